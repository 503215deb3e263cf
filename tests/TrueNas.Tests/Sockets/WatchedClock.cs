using System.Collections.Concurrent;
using Burnin.Rig;
using Microsoft.Extensions.Time.Testing;

namespace Burnin.TrueNas.Tests.Sockets;

/// <summary>A clock that a test moves, and that shows which waits are under way on it: so it is moved no sooner than somebody waits.</summary>
internal sealed class WatchedClock : FakeTimeProvider
{
    private readonly ConcurrentDictionary<WatchedTimer, TimeSpan> _waits = new();

    public WatchedClock()
        : base(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(base.CreateTimer(callback, state, dueTime, period), _waits);
        _waits[timer] = dueTime;
        return timer;
    }

    public Task WaitedForAsync(TimeSpan time, CancellationToken cancellationToken) => WaitedForAsync(time, time, cancellationToken);

    /// <summary>Until somebody waits for a time within these bounds.</summary>
    public Task WaitedForAsync(TimeSpan least, TimeSpan most, CancellationToken cancellationToken) => Eventually.TrueAsync(
        () => _waits.Values.Any(due => due >= least && due <= most), $"a wait of {least} to {most}", cancellationToken: cancellationToken);

    private sealed class WatchedTimer(ITimer inner, ConcurrentDictionary<WatchedTimer, TimeSpan> waits) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            waits[this] = dueTime;
            return inner.Change(dueTime, period);
        }

        public void Dispose()
        {
            waits.TryRemove(this, out _);
            inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            waits.TryRemove(this, out _);
            return inner.DisposeAsync();
        }
    }
}
