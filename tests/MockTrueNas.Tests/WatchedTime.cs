using Microsoft.Extensions.Time.Testing;

namespace Burnin.MockTrueNas.Tests;

/// <summary>A fake clock that tells when somebody began to wait on it, so that a test moves it no sooner.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WatchedTime()
        : base(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero))
    {
    }

    public Task SomebodyWaits => _waiting.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waiting.TrySetResult();

        return timer;
    }
}
