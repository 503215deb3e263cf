namespace Burnin.MockTrueNas.Original.SelfTests;

/// <summary>How a self-test stands at one moment.</summary>
internal sealed record SelfTestReading(SelfTestStatus Status, int Percent, string Verdict, DateTimeOffset? EndedAt)
{
    /// <summary>True where the medium failed, not the host: only then does the log name a sector.</summary>
    public bool HasReadFailure { get; init; }
}
