using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Tests;

/// <summary>One web socket to a box, spoken by hand.</summary>
internal sealed class SocketUnderTest : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private int _lastId;

    private SocketUnderTest()
    {
    }

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<SocketUnderTest> ConnectAsync(BoxUnderTest box, string path, bool isPlain)
    {
        var made = new SocketUnderTest();
        made._socket.Options.RemoteCertificateValidationCallback = (_, certificate, _, _) => BoxUnderTest.IsOf(box.Nas, certificate);
        made._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        var url = new UriBuilder(new Uri(isPlain ? box.Nas.BaseUrl : box.Nas.SecureUrl, path)) { Scheme = isPlain ? "ws" : "wss" };

        try
        {
            await made._socket.ConnectAsync(url.Uri, Cancelled);
        }
        catch
        {
            made.Dispose();
            throw;
        }

        return made;
    }

    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancelled);

    /// <summary>The next message, whatever it is; null when the socket was closed or cut.</summary>
    public async Task<JsonNode?> ReceiveAsync() => await ReceiveTextAsync() is { } text ? JsonNode.Parse(text) : null;

    public async Task<string?> ReceiveTextAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 << 10];

        while (true)
        {
            WebSocketReceiveResult part;

            try
            {
                part = await _socket.ReceiveAsync(buffer, Cancelled);
            }
            catch (WebSocketException)
            {
                return null;
            }

            if (part.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);

            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }

    public async Task<JsonNode> AskAsync(string text)
    {
        await SendAsync(text);

        return await ReceiveAsync() ?? throw new InvalidOperationException($"The socket was closed over {text}");
    }

    /// <summary>A call of JSON-RPC and its answer; events that come in between are passed over.</summary>
    public async Task<JsonNode> CallAsync(string method, string parameters = "[]")
    {
        var id = ++_lastId;
        await SendAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}}}"""));

        return await UntilAsync(message => message["id"] is JsonValue value && value.TryGetValue(out int answered) && answered == id);
    }

    public async Task<JsonNode?> ResultAsync(string method, string parameters = "[]")
    {
        var answer = await CallAsync(method, parameters);
        Assert.Null(answer["error"]);

        return answer["result"];
    }

    /// <summary>A call of DDP and its answer.</summary>
    public async Task<JsonNode> DdpAsync(string method, string parameters = "[]")
    {
        var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
        await SendAsync($$"""{"id":"{{id}}","msg":"method","method":"{{method}}","params":{{parameters}}}""");

        return await UntilAsync(message => (string?)message["msg"] == "result" && (string?)message["id"] == id);
    }

    public async Task<JsonNode> UntilAsync(Func<JsonNode, bool> isWanted)
    {
        while (true)
        {
            var message = await ReceiveAsync() ?? throw new InvalidOperationException($"The socket was closed: {CloseStatus} {CloseReason}");

            if (isWanted(message))
            {
                return message;
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
