using System.Net.WebSockets;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>How long a message may be: 8 KiB before a login, 64 KiB after, and the socket is closed over more.</summary>
internal static class MessageSize
{
    private const int Anonymous = 8192;
    private const int LoggedIn = 65_536;

    /// <summary>Null where the message is short enough. The length is counted in characters, as the product does.</summary>
    public static (WebSocketCloseStatus Status, string Reason)? Excess(string message, Session session, Product product) => session.Login is null
        ? message.Length > Anonymous ? (WebSocketCloseStatus.InvalidPayloadData, "Anonymous connection max message length is 8 kB") : null
        : message.Length > LoggedIn && product.Release >= Release.Scale2410 ? (WebSocketCloseStatus.MessageTooBig, "Max message length is 64 kB") : null;
}
