using System.Text.Json;
using Burnin.Domain.Nases;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>
/// Keeps one NAS connected from the first question on: opens, logs in, subscribes, pings, and after an end begins again,
/// sooner or later by how often it failed. It ends for good where the key is refused, or it is disposed of.
/// </summary>
internal sealed partial class JsonRpcLink : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly SocketOpening _opening;
    private readonly string _place;
    private readonly SocketLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly List<EventListener> _listeners = [];
    private TaskCompletionSource<JsonRpcSocket> _ready = Promise();
    private JsonRpcSocket? _current;
    private Task? _running;

    public JsonRpcLink(SocketOpening opening, string place, SocketLimits limits, TimeProvider clock, ILogger logger) =>
        (_opening, _place, _limits, _clock, _logger) = (opening, place, limits, clock, logger);

    /// <summary>The connection there is, or the next one; while attempts fail, at once why the last one did.</summary>
    public Task<JsonRpcSocket> ConnectedAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_closing.IsCancellationRequested)
            {
                throw SocketFailures.Closed(_place);
            }

            if (_current is { IsOver: true })
            {
                Renew();
            }

            _running ??= Task.Run(RunAsync, CancellationToken.None);
            return _ready.Task.WaitAsync(cancellationToken);
        }
    }

    public IDisposable Listen(string collection, Action<JsonElement?> heard)
    {
        var listener = new EventListener(collection, heard, Leave);
        lock (_gate)
        {
            _listeners.Add(listener);
            if (_current is { IsOver: false } socket)
            {
                _ = SubscribeAsync(socket, listener);
            }
        }

        return listener;
    }

    public async ValueTask DisposeAsync()
    {
        Task? running;
        lock (_gate)
        {
            if (_closing.IsCancellationRequested)
            {
                return;
            }

            _closing.Cancel();
            running = _running;
        }

        await (running ?? Task.CompletedTask);
    }

    private static TaskCompletionSource<JsonRpcSocket> Promise() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync()
    {
        var failures = 0;
        while (true)
        {
            try
            {
                var (why, lasted) = await LiveAsync(_closing.Token);
                failures = lasted < _limits.Steady ? failures + 1 : 0;
                LogLost(_logger, _place, why.Message);
                End(failures > 1 ? why : null);
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                End(SocketFailures.Closed(_place));
                return;
            }
            catch (NasException refused) when (refused.Fault == NasFault.AuthenticationFailed)
            {
                LogRefused(_logger, _place, refused.Message);
                End(refused);
                return;
            }
            catch (NasException failure)
            {
                failures++;
                LogFailed(_logger, _place, failures, failure.Message);
                End(failure);
            }

            await Task.Delay(BackOff.After(failures, Random.Shared.NextDouble()), _clock, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            End(null);
        }
    }

    /// <summary>One connection from its opening to its end, and how long it was there.</summary>
    private async Task<(NasException Why, TimeSpan Lasted)> LiveAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var socket = await _opening.OpenAsync(Hear, cancellationToken);
        var since = _clock.GetTimestamp();
        LogConnected(_logger, _place);
        Announce(socket);
        while (!await IsOverAsync(socket, cancellationToken))
        {
            await socket.PingAsync();
        }

        return (await socket.Ended, _clock.GetElapsedTime(since));
    }

    /// <summary>Waits for the end, or for the time of the next ping.</summary>
    private async Task<bool> IsOverAsync(JsonRpcSocket socket, CancellationToken cancellationToken)
    {
        await ((Task)socket.Ended).WaitAsync(_limits.PingEvery, _clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return socket.IsOver;
    }

    private void Announce(JsonRpcSocket socket)
    {
        lock (_gate)
        {
            _current = socket;
            _ready.TrySetResult(socket);
            foreach (var listener in _listeners)
            {
                _ = SubscribeAsync(socket, listener);
            }
        }
    }

    /// <param name="why">Told to whoever asks before the next attempt; null lets them wait for it.</param>
    private void End(NasException? why)
    {
        lock (_gate)
        {
            Renew();
            if (why is not null)
            {
                _ready.TrySetException(why);
                _ = _ready.Task.Exception;
            }
        }
    }

    private void Renew()
    {
        _current = null;
        if (_ready.Task.IsCompleted)
        {
            _ready = Promise();
        }
    }

    /// <summary>Then the listener looks for itself: of what happened before, nothing is told.</summary>
    private async Task SubscribeAsync(JsonRpcSocket socket, EventListener listener)
    {
        try
        {
            var answer = await socket.CallAsync("core.subscribe", [listener.Collection], _closing.Token);
            if (answer.Field("error") is { } refused)
            {
                LogNotSubscribed(_logger, _place, listener.Collection, refused.GetRawText());
            }

            listener.Hear(null);
        }
        catch (Exception over) when (over is NasException or OperationCanceledException)
        {
            LogNotSubscribed(_logger, _place, listener.Collection, over.Message);
        }
    }

    private void Hear(JsonElement message)
    {
        if (message.Text("method") != "collection_update" || message.Field("params") is not { } update || update.Text("collection") is not { } collection)
        {
            return;
        }

        List<EventListener> listeners;
        lock (_gate)
        {
            listeners = _listeners.FindAll(listener => listener.Collection == collection);
        }

        listeners.ForEach(listener => listener.Hear(update));
    }

    private void Leave(EventListener listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
        }
    }
}
