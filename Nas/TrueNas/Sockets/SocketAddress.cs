using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>Where the socket of a NAS is, and as whom to log in there. Refuses what would cost the key before anything is sent.</summary>
internal sealed record SocketAddress
{
    private SocketAddress(Uri url, string place, string user, string apiKey) => (Url, Place, User, ApiKey) = (url, place, user, apiKey);

    public Uri Url { get; }

    /// <summary>For sentences: the address as the operator knows it.</summary>
    public string Place { get; }

    public string User { get; }

    public string ApiKey { get; }

    public static SocketAddress Of(NasConnection connection)
    {
        var url = connection.Url ?? throw Wrong($"NAS {connection.Name} has no URL. Enter the https address of its web interface in the settings.");

        // Not even to find out what is there: from 25.04 on a right key that comes in the clear is revoked on the spot.
        if (url.Scheme is not ("https" or "wss"))
        {
            throw Wrong($"{url.GetLeftPart(UriPartial.Authority)} is no https address, and TrueNAS revokes a key that comes without TLS: it was not sent. Enter the https address in the settings.");
        }

        if (string.IsNullOrWhiteSpace(connection.ApiUser) || string.IsNullOrWhiteSpace(connection.ApiKey))
        {
            throw Wrong($"NAS {connection.Name} has no API key with its user. Since 25.04 a key is a user's: enter both in the settings.");
        }

        var socket = new UriBuilder(url) { Scheme = "wss", Path = $"{url.AbsolutePath.TrimEnd('/')}/api/current", Query = "", Fragment = "", UserName = "", Password = "" };
        return new SocketAddress(socket.Uri, url.GetLeftPart(UriPartial.Authority), connection.ApiUser.Trim(), connection.ApiKey.Trim());
    }

    /// <summary>A record prints all it holds; a key must not reach a log that way.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{User} on {Url}");
        return true;
    }

    private static NasException Wrong(string what) => new(NasFault.NotSupported, what);
}
