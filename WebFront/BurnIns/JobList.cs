namespace Burnin.WebFront.BurnIns;

/// <summary>In the order that was asked for. Next: the <c>before</c> of the next page; previous: the <c>after</c> of the one before; null where there is none.</summary>
internal sealed record JobList(IReadOnlyList<JobListItem> Jobs, string? Next, string? Previous);
