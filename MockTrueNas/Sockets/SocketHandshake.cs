using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Burnin.MockTrueNas.Boxes;
using Microsoft.AspNetCore.Http.Features;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>Turns a request into a web socket over a stream that we can watch, which the framework's own way does not give.</summary>
internal static class SocketHandshake
{
    private const string Magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>Null where the request asks for no web socket.</summary>
    public static async Task<SocketConnection?> TryAcceptAsync(HttpContext context, Box box)
    {
        var key = context.Request.Headers.SecWebSocketKey.ToString();

        if (key.Length == 0 || context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } upgrade)
        {
            return null;
        }

        context.Response.Headers.SecWebSocketAccept = Accept(key);
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = "websocket";
        var stream = new StampedStream(await upgrade.UpgradeAsync(), box.Clock);

        return new SocketConnection(WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = Timeout.InfiniteTimeSpan }), stream, context, box);
    }

    // SHA-1 is what the protocol prescribes; nothing here is secret.
#pragma warning disable CA5350
    private static string Accept(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + Magic)));
#pragma warning restore CA5350
}
