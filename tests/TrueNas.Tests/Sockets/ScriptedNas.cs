using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Burnin.Domain.Nases;
using Burnin.Nas.TrueNas.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Burnin.TrueNas.Tests.Sockets;

/// <summary>
/// A web socket that answers as a test tells it to: for what no product does, or does only once in a thousand. A call that the
/// script does not handle is answered as the product would.
/// </summary>
internal sealed class ScriptedNas : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;
    private int _connections;

    private ScriptedNas(WebApplication app, X509Certificate2 certificate) => (_app, _certificate) = (app, certificate);

    /// <summary>True where it has dealt with the call.</summary>
    public Func<ScriptedCall, Task<bool>> Script { get; set; } = _ => Task.FromResult(false);

    public int Connections => Volatile.Read(ref _connections);

    public ConcurrentQueue<string> Calls { get; } = new();

    public NasConnection Connection => new()
    {
        Name = "scripted",
        Kind = NasKind.Linux,
        Url = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        ApiUser = "burnin",
        ApiKey = "1-key",
        Tls = new TlsTrust.Pin(_certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant()),
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ScriptedNas> StartAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        var certificate = new CertificateRequest("CN=scripted", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var made = new ScriptedNas(builder.Build(), certificate);
        made._app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        made._app.Run(made.ServeAsync);
        await made._app.StartAsync(Cancelled);
        return made;
    }

    public JsonRpcTransport Connect(TimeProvider clock, SocketLimits? limits = null) => new(Connection, clock, NullLoggerFactory.Instance, limits);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = Interlocked.Increment(ref _connections);
        var buffer = new byte[64 << 10];
        try
        {
            while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: WebSocketMessageType.Text } part)
            {
                var call = new ScriptedCall(socket, context, connection, JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, part.Count))!);
                Calls.Enqueue(call.Method);
                if (!await Script(call))
                {
                    await call.AnswerAsync(call.Method == "auth.login_ex" ? """{"response_type":"SUCCESS","user_info":null,"authenticator":"LEVEL_1"}""" : "true");
                }
            }
        }
        catch (Exception over) when (over is WebSocketException or OperationCanceledException or IOException)
        {
            // The client, or the script, has ended the connection.
        }
    }
}
