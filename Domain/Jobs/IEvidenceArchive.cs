namespace Burnin.Domain.Jobs;

/// <summary>Gives back what the evidence store has kept.</summary>
public interface IEvidenceArchive
{
    /// <summary>Null where nothing of that name was kept.</summary>
    Task<string?> ReadAsync(string jobId, int stage, string name, CancellationToken cancellationToken);
}
