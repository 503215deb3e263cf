namespace Burnin.Domain.Audit;

/// <summary>Append-only; each row carries the hash of the one before it.</summary>
public interface IAuditTrail
{
    /// <summary>Appends what is not there yet, by source and sequence.</summary>
    Task AppendAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken);
}
