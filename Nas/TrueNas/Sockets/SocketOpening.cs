using System.Net.Security;
using System.Net.WebSockets;
using System.Text.Json;
using Burnin.Domain.Nases;
using Burnin.Nas.Http;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>Makes a connection on which we are logged in and which answers as the callers expect.</summary>
internal sealed class SocketOpening(SocketAddress address, TlsTrust trust, SocketLimits limits, TimeProvider clock)
{
    /// <summary>Explicit, for a job that answers when it is done instead of with its number would hang its caller.</summary>
    private static readonly object Options = new { legacy_jobs = true };

    public async Task<JsonRpcSocket> OpenAsync(Action<JsonElement> heard, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(limits.Connect, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        JsonRpcSocket? socket = null;
        try
        {
            socket = new JsonRpcSocket(await ConnectAsync(either.Token), address.Place, limits, clock, heard);
            await LogInAsync(socket, either.Token);
            var opened = socket;
            socket = null;
            return opened;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw SocketFailures.WhileConnecting(address.Place, trust, null, 0, late);
        }
        finally
        {
            await (socket?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private async Task<ClientWebSocket> ConnectAsync(CancellationToken cancellationToken)
    {
        string? shown = null;
        var check = CertificateCheck.For(trust);

        // A handler of our own, since the one of the runtime follows whoever points elsewhere, and would log in there.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            shown = CertificateCheck.FingerprintOf(certificate);
            return check?.Invoke(sender, certificate, chain, errors) ?? errors == SslPolicyErrors.None;
        };
        using var invoker = new HttpMessageInvoker(handler);
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(address.Url, invoker, cancellationToken);
            socket.HttpResponseHeaders = null;
            return socket;
        }
        catch (Exception failure)
        {
            var status = socket.HttpStatusCode;
            socket.Dispose();
            throw failure is OperationCanceledException && cancellationToken.IsCancellationRequested
                ? failure
                : SocketFailures.WhileConnecting(address.Place, trust, shown, status, failure);
        }
    }

    /// <summary>On a fresh connection only: after a login that failed the product takes no second one.</summary>
    private async Task LogInAsync(JsonRpcSocket socket, CancellationToken cancellationToken)
    {
        var login = new
        {
            mechanism = "API_KEY_PLAIN",
            username = address.User,
            api_key = address.ApiKey,
            login_options = new { user_info = false },
        };
        LoginAnswer.Check(address.Place, address.User, await socket.CallAsync("auth.login_ex", [login], cancellationToken));
        await socket.CallAsync("core.set_options", [Options], cancellationToken);
    }
}
