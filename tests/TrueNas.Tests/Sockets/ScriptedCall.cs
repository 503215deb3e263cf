using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Burnin.TrueNas.Tests.Sockets;

/// <summary>A call that came over a scripted socket, and the ways to answer it.</summary>
/// <param name="Socket">Over which it came.</param>
/// <param name="Context">Of that socket.</param>
/// <param name="Connection">Which connection it was, from 1.</param>
/// <param name="Message">As it came.</param>
internal sealed record ScriptedCall(WebSocket Socket, HttpContext Context, int Connection, JsonNode Message)
{
    public string Method => (string)Message["method"]!;

    public Task AnswerAsync(string result) => SendAsync($$"""{"jsonrpc":"2.0","result":{{result}},"id":{{Message["id"]}}}""");

    public Task ErrorAsync(string error) => SendAsync($$"""{"jsonrpc":"2.0","error":{{error}},"id":{{Message["id"]}}}""");

    public Task SendAsync(string text) => Socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Context.RequestAborted);

    public Task SendBinaryAsync(byte[] bytes) => Socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, Context.RequestAborted);

    public Task CloseAsync(WebSocketCloseStatus status, string reason) => Socket.CloseOutputAsync(status, reason, Context.RequestAborted);

    /// <summary>Without a word.</summary>
    public void Cut() => Context.Abort();
}
