namespace Burnin.Domain.Smart;

/// <summary>One row of the error counter log. Corrected errors by the hundred million are normal on some drives; uncorrected ones never are.</summary>
public sealed record ScsiErrorCounter
{
    public long? CorrectedFast { get; init; }

    public long? CorrectedDelayed { get; init; }

    public long? Retries { get; init; }

    public long? Corrected { get; init; }

    public long? CorrectionInvocations { get; init; }

    public decimal? GigabytesProcessed { get; init; }

    public long? Uncorrected { get; init; }
}
