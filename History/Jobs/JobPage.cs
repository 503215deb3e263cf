namespace Burnin.History.Jobs;

/// <summary>One page, in the order that was asked for.</summary>
/// <param name="Jobs">Its rows.</param>
/// <param name="Next">The <see cref="JobFilter.Before"/> of the next page, null on the last.</param>
/// <param name="Previous">The <see cref="JobFilter.After"/> of the page before, null on the first.</param>
public sealed record JobPage(IReadOnlyList<JobRecord> Jobs, string? Next, string? Previous = null);
