using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Burnin.Bench;

/// <summary>One who watches the fleet of <see cref="LiveHost"/>, and keeps a record of what comes.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly List<double> _delaysMs = [];
    private bool _isLeaving;

    private Viewer(Uri address)
    {
        _hub = new HubConnectionBuilder().WithUrl(new Uri(address, "/hubs/dashboard")).Build();
        _hub.On<JsonElement>("NasDelta", Hear);
        _hub.Closed += _ =>
        {
            IsLost |= !_isLeaving;
            return Task.CompletedTask;
        };
    }

    public bool IsLost { get; private set; }

    public long Bytes { get; private set; }

    public long Changes { get; private set; }

    public IReadOnlyList<double> DelaysMs => _delaysMs;

    public static async Task<Viewer> WatchAsync(Uri address)
    {
        var viewer = new Viewer(address);
        await viewer._hub.StartAsync();
        await viewer._hub.InvokeAsync<JsonElement>("Watch", (string[])[LiveChanges.Nas]);
        return viewer;
    }

    /// <summary>Forgets what came before.</summary>
    public void Begin()
    {
        lock (_delaysMs)
        {
            _delaysMs.Clear();
            (Bytes, Changes) = (0, 0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isLeaving = true;
        await _hub.DisposeAsync();
    }

    private void Hear(JsonElement delta)
    {
        var now = TimeProvider.System.GetUtcNow();
        lock (_delaysMs)
        {
            // With the frame that SignalR puts around it.
            Bytes += """{"type":1,"target":"NasDelta","arguments":[]}""".Length + 1 + delta.GetRawText().Length;
            foreach (var drive in delta.GetProperty("drives").EnumerateArray())
            {
                Changes++;
                if (drive.TryGetProperty("job", out var job) && job.TryGetProperty("bytes_per_second", out var speed))
                {
                    _delaysMs.Add(LiveChanges.DelayMs(speed.GetInt64(), now));
                }
            }
        }
    }
}
