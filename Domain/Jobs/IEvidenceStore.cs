namespace Burnin.Domain.Jobs;

/// <summary>Keeps what the results of stages rest on, for good: unlike the read model it cannot be fed again.</summary>
public interface IEvidenceStore
{
    /// <summary>Safe to repeat: what is there under that name is replaced.</summary>
    Task KeepAsync(string jobId, int stage, StageEvidence evidence, CancellationToken cancellationToken);
}
