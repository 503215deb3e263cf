using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.Original;

/// <summary>
/// One loop for everybody who watches a run: one look at the NAS answers all of them. It runs only while somebody
/// watches, and no listener can hold it up.
/// </summary>
/// <param name="look">Answers in the order of the question.</param>
/// <param name="period">From the end of one look to the next.</param>
/// <param name="clock">Counts the period.</param>
/// <param name="logger">Hears of listeners that throw.</param>
internal sealed partial class RunWatches(
    Func<ImmutableArray<RunOrder>, CancellationToken, Task<ImmutableArray<RunSnapshot>>> look,
    TimeSpan period,
    TimeProvider clock,
    ILogger logger) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private ImmutableArray<WatchedRun> _watched = [];
    private TaskCompletionSource _news = new();
    private bool _isLooping;

    public IDisposable Add(RunOrder order, Func<RunSnapshot, Task> report)
    {
        var run = new WatchedRun(order, report, Remove, failure => LogListenerFailed(logger, order.RunId, failure));
        lock (_gate)
        {
            _watched = _watched.Add(run);
            _news.TrySetResult();
            if (!_isLooping)
            {
                _isLooping = true;
                _ = Task.Run(LoopAsync);
            }
        }

        return run;
    }

    /// <summary>Tells those who still watch that they will hear no more.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        ImmutableArray<WatchedRun> left;
        lock (_gate)
        {
            left = _watched;
            _watched = [];
        }

        foreach (var run in left)
        {
            run.Deliver(new RunSnapshot.Unseen("The connection to this NAS was closed: its settings changed or it was removed."));
        }
    }

    private void Remove(WatchedRun run)
    {
        lock (_gate)
        {
            _watched = _watched.Remove(run);
        }
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            ImmutableArray<WatchedRun> round;
            Task news;
            lock (_gate)
            {
                if (_watched.IsEmpty || _closing.IsCancellationRequested)
                {
                    _isLooping = false;
                    return;
                }

                round = _watched;
                _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                news = _news.Task;
            }

            await LookAtAsync(round);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
            await Task.WhenAny(news, Task.Delay(period, clock, enough.Token));
            await enough.CancelAsync();
        }
    }

    private async Task LookAtAsync(ImmutableArray<WatchedRun> round)
    {
        ImmutableArray<WatchedRun> open = [.. round.Where(run => run.Ended is null)];
        var seen = open.IsEmpty ? [] : await SeenAsync([.. open.Select(run => run.Order)]);
        for (var i = 0; i < open.Length; i++)
        {
            open[i].Deliver(seen[i]);
        }

        // What has ended is told again until it is heard: the listener may have failed to write it down.
        foreach (var run in round.Except(open))
        {
            run.Deliver(run.Ended!);
        }
    }

    private async Task<ImmutableArray<RunSnapshot>> SeenAsync(ImmutableArray<RunOrder> orders)
    {
        try
        {
            return await look(orders, _closing.Token);
        }
        catch (NasException trouble)
        {
            return [.. orders.Select(_ => new RunSnapshot.Unseen(trouble.Message))];
        }
        catch (Exception bug)
        {
            if (!_closing.IsCancellationRequested)
            {
                LogLookFailed(logger, bug);
            }

            return [.. orders.Select(_ => new RunSnapshot.Unseen(bug.Message))];
        }
    }
}
