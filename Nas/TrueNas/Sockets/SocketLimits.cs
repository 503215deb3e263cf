namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>How long and how much one NAS may take over its socket.</summary>
internal sealed record SocketLimits
{
    /// <summary>For one attempt at a connection, login included. A login that fails is held up by the product for seconds.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For one call. More than any caller waits by itself; a connection that is half-open is found long before, by the ping.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>The product's web server cuts a socket on which nothing came back for 60 s.</summary>
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>For the answer to a ping; without it the connection counts as half-open and is given up.</summary>
    public TimeSpan Pong { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Calls under way at a time: the product runs ten, lets ten more wait, and refuses the next.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>A message that is longer ends the connection.</summary>
    public int AnswerBytes { get; init; } = 32 << 20;

    /// <summary>A connection that broke sooner than this counts as an attempt that failed, so that the waits grow.</summary>
    public TimeSpan Steady { get; init; } = TimeSpan.FromMinutes(1);
}
