namespace Burnin.History.Audit;

/// <summary>Newest first. <paramref name="Next"/> is the <c>before</c> of the next page, null on the last.</summary>
public sealed record AuditPage(IReadOnlyList<AuditRecord> Events, long? Next);
