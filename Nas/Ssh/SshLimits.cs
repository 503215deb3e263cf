namespace Burnin.Nas.Ssh;

/// <summary>How long and how much one host may take. What is not bounded hangs on the day the network does.</summary>
internal sealed record SshLimits
{
    /// <summary>From the first byte to the end of a script; after that the connection counts as half-open.</summary>
    public TimeSpan Script { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>For one attempt at a connection, log-in included.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts after the first, where a host was not reached.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Before the first retry; doubled for the next, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>For how long a refused log-in is remembered, so that polling does not get us banned.</summary>
    public TimeSpan RefusalMemory { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Servers often allow ten channels per connection; two are left for others.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>Output and errors together. SSH.NET takes into memory whatever comes.</summary>
    public long AnswerBytes { get; init; } = 8L << 20;
}
