using Burnin.Domain.Jobs;

namespace Burnin.Nas.Original;

/// <summary>One run and one listener, who is told one thing at a time, on the thread pool, and misses what comes meanwhile.</summary>
internal sealed class WatchedRun(
    RunOrder order, Func<RunSnapshot, Task> report, Action<WatchedRun> remove, Action<Exception> failed) : IDisposable
{
    private Task _delivery = Task.CompletedTask;
    private volatile bool _isDisposed;

    public RunOrder Order { get; } = order;

    /// <summary>Set once and for ever: what has ended needs no further look.</summary>
    public RunSnapshot.Ended? Ended { get; private set; }

    public void Deliver(RunSnapshot snapshot)
    {
        Ended ??= snapshot as RunSnapshot.Ended;
        if (_delivery.IsCompleted && !_isDisposed)
        {
            _delivery = Task.Run(async () =>
            {
                try
                {
                    await report(snapshot);
                }
                catch (Exception failure)
                {
                    failed(failure);
                }
            });
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        remove(this);
    }
}
