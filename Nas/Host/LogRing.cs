using System.Collections.Immutable;

namespace Burnin.Nas.Host;

/// <summary>A log of fixed length, newest row first: which rows of it are new.</summary>
internal static class LogRing
{
    /// <summary>
    /// Old rows move down, and out at the end when the log is full: as many rows are new as are above the place where what
    /// is left of the old ones begins. Null for a log of which nothing is left: it was cleared, or is told in another way by now.
    /// </summary>
    public static ImmutableArray<T>? NewSince<TOld, T>(ImmutableArray<TOld> was, ImmutableArray<T> now, Func<TOld, T, bool> isSame)
    {
        for (var count = Math.Max(0, now.Length - was.Length); count < now.Length; count++)
        {
            if (now[count..].Zip(was).All(pair => isSame(pair.Second, pair.First)))
            {
                return now[..count];
            }
        }

        return was.IsEmpty ? now : null;
    }
}
