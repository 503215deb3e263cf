namespace Burnin.Domain.Nases;

public static class NasUrls
{
    /// <summary>Whether a key may be sent there: encrypted, or without leaving this machine.</summary>
    public static bool IsSafeForKey(Uri url) => url.Scheme is "https" or "wss" || url.IsLoopback;
}
