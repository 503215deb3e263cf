using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Burnin.WebFront.Live;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Burnin.WebFront.Tests.Host;

/// <summary>
/// A viewer of the real hub that pings but reads only when it is told to. Its line holds 4 KiB, so that it is full at once:
/// the buffers of a network hold megabytes.
/// </summary>
internal sealed class StalledViewer : IAsyncDisposable
{
    private const char Separator = '\u001e';

    private readonly Pipe up = new();
    private readonly Pipe down = new(new PipeOptions(pauseWriterThreshold: 4096, resumeWriterThreshold: 2048));
    private readonly DefaultConnectionContext connection;
    private Task serving = Task.CompletedTask;

    private StalledViewer() => connection = new DefaultConnectionContext("stalled", new Line(up.Reader, down.Writer), new Line(down.Reader, up.Writer));

    public static async Task<StalledViewer> WatchAsync(IServiceProvider front, params string[] nas)
    {
        var viewer = new StalledViewer();
        viewer.serving = front.GetRequiredService<HubConnectionHandler<DashboardHub>>().OnConnectedAsync(viewer.connection);
        await viewer.SendAsync("""{"protocol":"json","version":1}""");
        await viewer.SendAsync($$"""{"type":1,"invocationId":"1","target":"Watch","arguments":[["{{string.Join("\",\"", nas)}}"]]}""");
        await viewer.ReadUntilAsync("\"invocationId\":\"1\"");
        return viewer;
    }

    public Task PingAsync() => SendAsync("""{"type":6}""");

    /// <summary>Everything up to and with the first message that has this text in it.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        var all = new StringBuilder();
        while (true)
        {
            var read = await down.Reader.ReadAsync(TestContext.Current.CancellationToken);
            if (read.Buffer.PositionOf((byte)Separator) is not { } end)
            {
                down.Reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var message = Encoding.UTF8.GetString(read.Buffer.Slice(0, end));
            down.Reader.AdvanceTo(read.Buffer.GetPosition(1, end));
            all.Append(message);
            if (message.Contains(text, StringComparison.Ordinal))
            {
                return all.ToString();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await up.Writer.CompleteAsync();
        await down.Reader.CompleteAsync();
        await serving;
        await connection.DisposeAsync();
    }

    private async Task SendAsync(string json) =>
        await up.Writer.WriteAsync(Encoding.UTF8.GetBytes(json + Separator), TestContext.Current.CancellationToken);

    private sealed record Line(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
