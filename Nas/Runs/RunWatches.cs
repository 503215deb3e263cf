using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.Runs;

/// <summary>
/// One loop that looks at all watched runs at once, every period, and only while anything is watched. A new watch is
/// looked at without waiting. A run that has ended is not looked at again, but told again until it was heard.
/// </summary>
/// <param name="look">Looks at the runs and posts what it saw to each. A <see cref="NasException"/> is news for all.</param>
/// <param name="period">From the end of one look to the next.</param>
/// <param name="clock">Times the period.</param>
/// <param name="logger">Hears what went wrong against all expectation.</param>
/// <param name="rest">Called between looks when nothing is watched any more: what only looks need can be let go. Never throws.</param>
internal sealed partial class RunWatches(
    Func<ImmutableArray<RunWatch>, CancellationToken, Task> look, TimeSpan period, TimeProvider clock, ILogger logger, Func<Task>? rest = null) : IAsyncDisposable
{
    private const string Closed = "The connection to this NAS was closed: its settings changed or it was removed.";

    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private ImmutableArray<RunWatch> watches = [];
    private TaskCompletionSource woken = NewSignal();
    private Task? loop;
    private bool isClosed;

    /// <exception cref="NasException">It is closed: nobody would ever look.</exception>
    public IDisposable Add(RunOrder order, Func<RunSnapshot, Task> report)
    {
        lock (gate)
        {
            if (isClosed)
            {
                throw new NasException(NasFault.Unreachable, Closed);
            }

            var watch = new RunWatch(order, report, Remove, logger);
            watches = watches.Add(watch);
            woken.TrySetResult();
            loop ??= Task.Run(() => LoopAsync(closing.Token));
            return watch;
        }
    }

    /// <summary>Tells those who still watch that they will hear no more.</summary>
    public async ValueTask DisposeAsync()
    {
        ImmutableArray<RunWatch> all;
        lock (gate)
        {
            if (isClosed)
            {
                return;
            }

            isClosed = true;
            all = watches;
        }

        await closing.CancelAsync();
        await (loop ?? Task.CompletedTask);
        foreach (var watch in all)
        {
            watch.Close(new RunSnapshot.Unseen(Closed));
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
            ImmutableArray<RunWatch> open;
            Task wake;
            lock (gate)
            {
                woken = woken.Task.IsCompleted ? NewSignal() : woken;
                open = [.. watches.Where(watch => !watch.IsOver)];
                wake = woken.Task;
            }

            if (open.IsEmpty)
            {
                await (rest?.Invoke() ?? Task.CompletedTask);
                await wake.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            ImmutableArray<RunWatch> ended = [.. open.Where(watch => watch.HasEnded)];
            await LookAsync(open.RemoveRange(ended), cancellationToken);
            foreach (var watch in ended)
            {
                watch.PostEndAgain();
            }

            await wake.WaitAsync(period, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(ImmutableArray<RunWatch> due, CancellationToken cancellationToken)
    {
        try
        {
            await (due.IsEmpty ? Task.CompletedTask : look(due, cancellationToken));
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
