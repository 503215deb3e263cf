namespace Burnin.History.Jobs;

/// <summary>Newest first. <paramref name="Next"/> is the <see cref="JobFilter.Before"/> of the next page, null on the last.</summary>
public sealed record JobPage(IReadOnlyList<JobRecord> Jobs, string? Next);
