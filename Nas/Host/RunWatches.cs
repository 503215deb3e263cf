using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.Host;

/// <summary>
/// One loop that looks at all watched runs at once, every period, and only while anything is watched. A new watch is
/// looked at without waiting.
/// </summary>
/// <param name="look">Looks at the runs and posts what it saw to each. A <see cref="NasException"/> is news for all.</param>
/// <param name="period">From the end of one look to the next.</param>
/// <param name="clock">Times the period.</param>
/// <param name="logger">Hears what went wrong against all expectation.</param>
internal sealed partial class RunWatches(
    Func<ImmutableArray<RunWatch>, CancellationToken, Task> look, TimeSpan period, TimeProvider clock, ILogger logger) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private ImmutableArray<RunWatch> watches = [];
    private TaskCompletionSource woken = NewSignal();
    private Task? loop;

    public IDisposable Add(RunOrder order, Func<RunSnapshot, Task> report)
    {
        var watch = new RunWatch(order, report, Remove, logger);
        lock (gate)
        {
            watches = watches.Add(watch);
            woken.TrySetResult();
            loop ??= Task.Run(() => LoopAsync(closing.Token));
        }

        return watch;
    }

    public async ValueTask DisposeAsync()
    {
        Task? running;
        ImmutableArray<RunWatch> all;
        lock (gate)
        {
            (running, all) = (loop, watches);
        }

        await closing.CancelAsync();
        if (running is not null)
        {
            await running;
        }

        foreach (var watch in all)
        {
            watch.Dispose();
        }

        closing.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Remove(RunWatch watch)
    {
        lock (gate)
        {
            watches = watches.Remove(watch);
        }
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            ImmutableArray<RunWatch> due;
            Task wake;
            lock (gate)
            {
                woken = woken.Task.IsCompleted ? NewSignal() : woken;
                due = [.. watches.Where(watch => !watch.IsOver)];
                wake = woken.Task;
            }

            if (due.IsEmpty)
            {
                // Nothing to look at until somebody asks.
                await Task.WhenAny(wake, Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken));
                continue;
            }

            await LookAsync(due, cancellationToken);
            await Task.WhenAny(wake, Task.Delay(period, clock, cancellationToken));
        }
    }

    private async Task LookAsync(ImmutableArray<RunWatch> due, CancellationToken cancellationToken)
    {
        try
        {
            await look(due, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // A loop that dies would leave every job of the NAS without news.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (exception is not NasException)
            {
                LogLookFailed(logger, exception);
            }

            foreach (var watch in due)
            {
                watch.Post(new RunSnapshot.Unseen(exception.Message));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Runs: the look at them failed in a way that is not foreseen")]
    private static partial void LogLookFailed(ILogger logger, Exception exception);
}
