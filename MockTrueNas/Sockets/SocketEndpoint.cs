using System.Net.WebSockets;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>The life of a web socket, from the request to its end.</summary>
internal static class SocketEndpoint
{
    public static async Task InvokeAsync(HttpContext context, Box box, Session session)
    {
        await using var connection = await SocketHandshake.TryAcceptAsync(context, box);

        if (connection is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("No WebSocket UPGRADE hdr: None\n Can \"Upgrade\" only to \"WebSocket\".", context.RequestAborted);
            return;
        }

        if (box.Look().State.Faults.AddressNotAllowed)
        {
            await connection.CloseAsync(WebSocketCloseStatus.PolicyViolation, "You are not allowed to access this resource");
            return;
        }

        var feeds = new FeedPump(connection, box, session);
        ISocketProtocol protocol = session.Transport is Transport.Ddp
            ? new DdpProtocol(connection, box, session, feeds)
            : new JsonRpcProtocol(connection, box, session, feeds);
        var pump = feeds.RunAsync();

        while (await connection.ReceiveAsync() is { } message)
        {
            await protocol.OnMessageAsync(message);
        }

        connection.Cut();
        await pump;
    }
}
