using System.Net.WebSockets;
using System.Text;

namespace Burnin.Bench;

/// <summary>Watches, says that it is there, and reads nothing after that.</summary>
internal sealed class SilentViewer : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _leaving = new();
    private Task _pinging = Task.CompletedTask;

    public static async Task<SilentViewer> WatchAsync(Uri address)
    {
        var viewer = new SilentViewer();
        await viewer._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/hubs/dashboard" }.Uri, CancellationToken.None);
        await viewer.SendAsync("""{"protocol":"json","version":1}""");
        await viewer.SendAsync($$"""{"type":1,"target":"Watch","arguments":[["{{LiveChanges.Nas}}"]]}""");
        viewer._pinging = viewer.PingAsync();
        return viewer;
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _pinging;
        _socket.Dispose();
        _leaving.Dispose();
    }

    private async Task PingAsync()
    {
        using var often = new PeriodicTimer(TimeSpan.FromSeconds(5), TimeProvider.System);
        try
        {
            while (await often.WaitForNextTickAsync(_leaving.Token))
            {
                await SendAsync("""{"type":6}""");
            }
        }
        catch (OperationCanceledException)
        {
            // It leaves.
        }
    }

    private Task SendAsync(string json) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(json + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
