namespace Burnin.WebFront.BurnIns;

/// <summary>Newest first. Next: the <c>before</c> of the next page, null on the last.</summary>
internal sealed record JobList(IReadOnlyList<JobListItem> Jobs, string? Next);
