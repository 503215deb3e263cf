namespace Burnin.Nas.Original;

/// <summary>How long the NAS may take, and how often a question that changes nothing is asked again.</summary>
internal sealed record OriginalLimits
{
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(8);

    public int Retries { get; init; } = 2;

    /// <summary>Before the first retry; doubled for the next, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    public long AnswerBytes { get; init; } = 8L << 20;
}
