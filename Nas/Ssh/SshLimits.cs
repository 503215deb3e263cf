namespace Burnin.Nas.Ssh;

/// <summary>How long and how much one host may take. What is not bounded hangs on the day the network does.</summary>
internal sealed record SshLimits
{
    /// <summary>
    /// From the first byte to the end of a script; then its channel is closed, and only it fails. More than any caller
    /// waits by itself, so that the caller says what was late. A half-open connection is found long before, by the probe.
    /// </summary>
    public TimeSpan Script { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>A script that takes longer makes us ask, each time it has passed, whether the host still answers at all.</summary>
    public TimeSpan ProbeAfter { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For the answer to that; without it the connection counts as half-open and is given up.</summary>
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one attempt at a connection, log-in included.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts after the first, where a host was not reached.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Before the first retry; doubled for the next, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>For how long a refused log-in is remembered, so that polling does not get us banned.</summary>
    public TimeSpan RefusalMemory { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Servers often allow ten channels per connection: these, the standing ones, the probe, and one that still closes.</summary>
    public int Parallel { get; init; } = 7;

    /// <summary>Channels for sessions, which are open all the time and must not take the place of scripts.</summary>
    public int Standing { get; init; } = 1;

    /// <summary>Output and errors together. SSH.NET takes into memory whatever comes.</summary>
    public long AnswerBytes { get; init; } = 8L << 20;
}
