namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>How long to wait before the next attempt at a connection: from a second to a minute, never the same for two of us.</summary>
internal static class BackOff
{
    private const int MostDoublings = 6;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <param name="failures">Attempts that failed one after the other.</param>
    /// <param name="luck">From 0 to 1: a hundred boxes that lost one switch must not come back at the same moment.</param>
    public static TimeSpan After(int failures, double luck)
    {
        var most = First * (1 << Math.Clamp(failures, 0, MostDoublings));
        return (most < Longest ? most : Longest) * (0.5 + (luck / 2));
    }
}
