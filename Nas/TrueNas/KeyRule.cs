using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas;

/// <summary>A key is sent over TLS only: from 25.04 on a key that comes in the clear is revoked on the spot, and on others it is anybody's.</summary>
internal static class KeyRule
{
    /// <exception cref="NasException">The key would go in the clear. Nothing was sent.</exception>
    public static void Check(NasConnection connection)
    {
        if (connection.Url is not { } url || !NasUrls.IsSafeForKey(url))
        {
            throw new NasException(NasFault.NotSupported, $"The API key of {connection.Name} is not sent to {connection.Url}: that is not encrypted. Enter an https address.");
        }
    }
}
