using Burnin.History.Audit;

namespace Burnin.WebFront.Audit;

/// <summary>Newest first. Next: the <c>before</c> of the next page; previous: the <c>after</c> of the one before; null where there is none.</summary>
internal sealed record AuditList(IReadOnlyList<AuditRecord> Events, long? Next, long? Previous);
