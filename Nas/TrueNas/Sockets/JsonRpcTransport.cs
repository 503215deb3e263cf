using System.Text.Json;
using Burnin.Domain.Nases;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>JSON-RPC 2.0 over a web socket, as TrueNAS 25.04 and later speak it on <c>/api/current</c>.</summary>
internal sealed class JsonRpcTransport : ITrueNasTransport
{
    private readonly SocketAddress _address;
    private readonly JsonRpcLink _link;

    /// <summary>Never touches the network.</summary>
    public JsonRpcTransport(NasConnection connection, TimeProvider clock, ILoggerFactory loggers, SocketLimits? limits = null)
    {
        limits ??= new SocketLimits();
        _address = SocketAddress.Of(connection);
        _link = new JsonRpcLink(
            new SocketOpening(_address, connection.Tls, limits, clock), _address.Place, limits, clock, loggers.CreateLogger<JsonRpcLink>());
    }

    public string Word => "jsonrpc";

    public string Place => _address.Place;

    public async Task<TrueNasAnswer> CallAsync(TrueNasCall call, CancellationToken cancellationToken)
    {
        var socket = await _link.ConnectedAsync(cancellationToken);
        try
        {
            return await AskAsync(socket, call, cancellationToken);
        }
        catch (NasException failure) when (call.IsSafe && failure.Fault == NasFault.Unreachable && socket.IsOver)
        {
            // The connection broke under it. Once, on the next one: a NAS that dies of this call would go on dying.
            return await AskAsync(await _link.ConnectedAsync(cancellationToken), call, cancellationToken);
        }
    }

    public IDisposable Listen(string collection, Action<JsonElement?> heard) => _link.Listen(collection, heard);

    public ValueTask DisposeAsync() => _link.DisposeAsync();

    private async Task<TrueNasAnswer> AskAsync(JsonRpcSocket socket, TrueNasCall call, CancellationToken cancellationToken)
    {
        var message = await socket.CallAsync(call.Method, [.. call.Arguments.Select(argument => argument.Value)], cancellationToken);
        if (JsonRpcAnswers.IsLoggedOut(message))
        {
            socket.GiveUp(new NasException(NasFault.Unreachable, $"{Place} has ended our login."));
        }

        return JsonRpcAnswers.Of(Place, call.Method, message);
    }
}
