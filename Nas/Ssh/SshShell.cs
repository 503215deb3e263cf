using Burnin.Domain.Nases;
using Burnin.Nas.Shell;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Burnin.Nas.Ssh;

/// <summary>
/// A host over SSH: one connection for everybody, made when it is first needed and again when it broke. Where an answer
/// is late, the host is asked something else: if it answers that, only the script is slow, and nobody else pays for it.
/// If not, the connection is half-open and given up, with all that runs over it.
/// </summary>
internal sealed partial class SshShell : IHostShell
{
    private const int MaxNameLength = 120;

    private readonly Lock _gate = new();
    private readonly SshEndpoint _endpoint;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly SshLimits _limits;
    private readonly string _place;
    private readonly HostKeyPin _pin;
    private readonly SemaphoreSlim _slots;
    private readonly SemaphoreSlim _standing;
    private readonly ResiliencePipeline _retries;
    private SshConnection? _current;
    private Task<SshConnection>? _opening;
    private long? _refusedSince;
    private bool _closed;

    public SshShell(SshEndpoint endpoint, TimeProvider clock, ILoggerFactory loggers, SshLimits? limits = null)
    {
        _endpoint = endpoint;
        _clock = clock;
        _logger = loggers.CreateLogger<SshShell>();
        _limits = limits ?? new SshLimits();
        _place = $"{endpoint.Host}:{endpoint.Port}";
        _pin = new HostKeyPin(endpoint.HostKey);
        _slots = new SemaphoreSlim(_limits.Parallel);
        _standing = new SemaphoreSlim(_limits.Standing);
        _retries = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<NotSentException>(),
                MaxRetryAttempts = _limits.Retries,
                Delay = _limits.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();
    }

    public string? HostKey => _pin.Shown;

    public async Task<ShellAnswer> RunAsync(string script, CancellationToken cancellationToken)
    {
        ShellAnswer answer;
        try
        {
            answer = await _retries.ExecuteAsync(async token => await RunOnceAsync(script, token), cancellationToken);
        }
        catch (NotSentException failed)
        {
            throw failed.Fault;
        }

        return Sudo.RefusalIn(answer, _endpoint.User, _place) is { } refusal ? throw refusal : answer;
    }

    public async Task<IHostSession> OpenAsync(string script, CancellationToken cancellationToken)
    {
        try
        {
            return await _retries.ExecuteAsync(
                async token => await HostSession.OpenAsync(await OpenChannelAsync(token), script, token), cancellationToken);
        }
        catch (NotSentException failed)
        {
            throw failed.Fault;
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            _current?.GiveUp();
            _current = null;
        }

        return ValueTask.CompletedTask;
    }

    private async Task<ShellAnswer> RunOnceAsync(string script, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        var running = RunInSlotAsync(script);

        // The script goes on at the host, whether its caller still listens or not: it keeps its slot and its time limit,
        // or else impatient callers would never find out that a connection is half-open.
        _ = running.ContinueWith(
            static (task, self) =>
            {
                _ = task.Exception;
                ((SemaphoreSlim)self!).Release();
            },
            _slots,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

        return await running.WaitAsync(cancellationToken);
    }

    private async Task<ShellAnswer> RunInSlotAsync(string script)
    {
        var connection = await ConnectedAsync();
        using var closing = new CancellationTokenSource();
        try
        {
            var running = connection.RunAsync(script, closing.Token);
            var since = _clock.GetTimestamp();
            while (!await HasEndedAsync(running, Shorter(_limits.ProbeAfter, _limits.Script - _clock.GetElapsedTime(since))))
            {
                if (!await connection.AnswersAsync())
                {
                    throw new TimeoutException("Nobody answers any more.");
                }

                if (_clock.GetElapsedTime(since) >= _limits.Script && !running.IsCompleted)
                {
                    await closing.CancelAsync();
                    await HasEndedAsync(running, _limits.Probe);
                    throw Late(script);
                }
            }

            return await running;
        }
        catch (NasException)
        {
            throw;
        }
        catch (Exception broken)
        {
            throw GivenUp(connection, broken);
        }
    }

    /// <summary>A standing channel, in the place that is kept for it until it is closed.</summary>
    private async Task<SshChannel> OpenChannelAsync(CancellationToken cancellationToken)
    {
        await _standing.WaitAsync(cancellationToken);
        var opening = OpenInPlaceAsync();
        try
        {
            return await opening.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // It may still open, for nobody.
            _ = opening.ContinueWith(static async late => await (await late).DisposeAsync(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    private async Task<SshChannel> OpenInPlaceAsync()
    {
        SshConnection? connection = null;
        try
        {
            connection = await ConnectedAsync();
            var opening = connection.OpenChannelAsync(() => _ = ProbeAsync(connection), () => _standing.Release());
            return await HasEndedAsync(opening, _limits.ProbeAfter) || await connection.AnswersAsync()
                ? await opening
                : throw new TimeoutException("Nobody answers any more.");
        }
        catch (Exception broken)
        {
            _standing.Release();
            throw connection is null || broken is NasException ? broken : GivenUp(connection, broken);
        }
    }

    private async Task ProbeAsync(SshConnection connection)
    {
        if (!await connection.AnswersAsync())
        {
            GivenUp(connection, new TimeoutException("Nobody answers any more."));
        }
    }

    private Exception GivenUp(SshConnection connection, Exception broken)
    {
        if (connection.GiveUp())
        {
            LogGivenUp(_logger, _place, broken.Message);
        }

        return broken is NotSentException ? broken : SshFailures.WhileRunning(_place, broken);
    }

    private NasException Late(string script)
    {
        var firstLine = script[..Math.Min(script.Length, MaxNameLength)].Split('\n')[0];
        return new NasException(
            NasFault.Unreachable, $"{_place} answers, but did not end this within {_limits.Script.TotalSeconds:0} seconds: {firstLine}");
    }

    private async Task<bool> HasEndedAsync(Task task, TimeSpan within)
    {
        await task.WaitAsync(within, _clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => TimeSpan.FromTicks(Math.Max(0, Math.Min(one.Ticks, other.Ticks)));

    /// <summary>However many ask at once, one connection is made; a refusal is given again for a while, without asking.</summary>
    private Task<SshConnection> ConnectedAsync()
    {
        lock (_gate)
        {
            if (_closed)
            {
                throw new NasException(NasFault.Unreachable, $"The connection to {_place} was closed: its settings changed or it was removed.");
            }

            if (_current is { IsAlive: true } alive)
            {
                return Task.FromResult(alive);
            }

            var isRefused = _refusedSince is { } since && _clock.GetElapsedTime(since) < _limits.RefusalMemory;
            if (_opening is null || (_opening.IsCompleted && !isRefused))
            {
                _current?.GiveUp();
                _current = null;
                _refusedSince = null;
                _opening = Task.Run(OpenAsync);
            }

            return _opening;
        }
    }

    private async Task<SshConnection> OpenAsync()
    {
        try
        {
            var connection = await SshConnection.OpenAsync(_endpoint, _pin, _limits, _clock);
            lock (_gate)
            {
                _current = connection;
                if (_closed)
                {
                    connection.GiveUp();
                }
            }

            LogConnected(_logger, _place, _endpoint.User, HostKey);
            return connection;
        }
        catch (NasException unreached) when (unreached.Fault == NasFault.Unreachable)
        {
            LogUnreached(_logger, _place, unreached.Message);
            throw new NotSentException(unreached);
        }
        catch (NasException refused)
        {
            LogRefused(_logger, _place, refused.Message);
            lock (_gate)
            {
                _refusedSince = _clock.GetTimestamp();
            }

            throw;
        }
    }
}
