namespace Burnin.Nas.Http;

/// <summary>How long a NAS may take over HTTP, how large an answer may be, and how often a question that changes nothing is asked again.</summary>
internal sealed record HttpLimits
{
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>For what has the NAS look at every disk.</summary>
    public TimeSpan SlowAnswer { get; init; } = TimeSpan.FromSeconds(60);

    public int Retries { get; init; } = 2;

    /// <summary>Before the first retry; doubled for the next, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    public long AnswerBytes { get; init; } = 16L << 20;

    /// <summary>After how many failures in a row, and nothing else, the NAS is left alone.</summary>
    public int BreakAfter { get; init; } = 6;

    /// <summary>For how long.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromSeconds(15);
}
