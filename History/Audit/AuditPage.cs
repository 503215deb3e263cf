namespace Burnin.History.Audit;

/// <summary>Newest first.</summary>
/// <param name="Events">Its rows.</param>
/// <param name="Next">The <c>before</c> of the next page, null on the last.</param>
/// <param name="Previous">The <c>after</c> of the page before, null on the first.</param>
public sealed record AuditPage(IReadOnlyList<AuditRecord> Events, long? Next, long? Previous = null);
