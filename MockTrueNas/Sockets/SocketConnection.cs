using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>One web socket of a client: whole messages in, whole messages out one after the other, and an end that comes from either side, or from nowhere.</summary>
internal sealed class SocketConnection : IAsyncDisposable
{
    private const int BufferBytes = 16 << 10;

    /// <summary>As much as the product ever reads before it gives up.</summary>
    private const int MostBytes = 4 << 20;

    private static readonly TimeSpan IdleLook = TimeSpan.FromSeconds(1);

    private readonly WebSocket _socket;
    private readonly StampedStream _stream;
    private readonly HttpContext _context;
    private readonly Box _box;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _ended;
    private readonly ITimer _idle;

    public SocketConnection(WebSocket socket, StampedStream stream, HttpContext context, Box box)
    {
        _socket = socket;
        _stream = stream;
        _context = context;
        _box = box;
        _ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _idle = box.Clock.CreateTimer(_ => CutWhenIdle(), null, IdleLook, IdleLook);
        box.WentDown += Cut;
    }

    /// <summary>Cancelled when the connection is over.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Null when the client is gone.</summary>
    public async Task<string?> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[BufferBytes];

        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, Ended);

                if (part.MessageType is WebSocketMessageType.Close)
                {
                    await CloseAsync(WebSocketCloseStatus.NormalClosure, "");
                    return null;
                }

                if (part.MessageType is WebSocketMessageType.Binary)
                {
                    await CloseAsync(WebSocketCloseStatus.InvalidMessageType, "Invalid websocket message type");
                    return null;
                }

                message.Write(buffer, 0, part.Count);

                if (message.Length > MostBytes)
                {
                    await CloseAsync(WebSocketCloseStatus.MessageTooBig, "");
                    return null;
                }

                if (part.EndOfMessage)
                {
                    return Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>To a client that is gone nothing is sent, and nobody is told.</summary>
    public async Task SendAsync(JsonNode message)
    {
        var faults = _box.Look().State.Faults;
        var bytes = Encoding.UTF8.GetBytes(faults.Html ? "<!DOCTYPE html><html></html>" : message.ToJsonString());

        try
        {
            await _sending.WaitAsync(Ended);

            try
            {
                if (faults.CutBody)
                {
                    await _socket.SendAsync(bytes.AsMemory(0, bytes.Length / 2), WebSocketMessageType.Text, endOfMessage: false, Ended);
                    Cut();
                    return;
                }

                await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, Ended);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            Cut();
        }
    }

    public async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        try
        {
            await _sending.WaitAsync(Ended);

            try
            {
                await _socket.CloseOutputAsync(status, reason, Ended);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            Cut();
        }
    }

    /// <summary>Without a word, as a network does it.</summary>
    public void Cut()
    {
        if (!_ended.IsCancellationRequested)
        {
            _ended.Cancel();
            _context.Abort();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _box.WentDown -= Cut;
        await _idle.DisposeAsync();
        await _ended.CancelAsync();
        _socket.Dispose();
    }

    private void CutWhenIdle()
    {
        var limit = _box.Look().State.Faults.IdleSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : _box.Product.IdleLimit;

        if (_box.Clock.GetUtcNow() - _stream.LastSentAt >= limit)
        {
            Cut();
        }
    }
}
