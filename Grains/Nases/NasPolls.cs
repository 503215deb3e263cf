using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Nases;

/// <summary>When a NAS is looked at: every so often, and in a moment where it says that drives have come or gone.</summary>
internal sealed class NasPolls
{
    /// <summary>A shelf that is pulled out is many drives in a moment.</summary>
    private static readonly TimeSpan NewsDelay = TimeSpan.FromSeconds(1);

    private (TimeSpan Every, IGrainTimer Timer)? _timer;
    private (INas Nas, IDisposable? Listening)? _heard;
    private bool _isLookDue;

    /// <param name="grain">Whose turns the looks are.</param>
    /// <param name="every">Null: not at all.</param>
    /// <param name="look">At the NAS.</param>
    public void Ensure(IGrainBase grain, TimeSpan? every, Func<CancellationToken, Task> look)
    {
        if (_timer?.Every == every)
        {
            return;
        }

        _ = StopAsync();
        _timer = every is not { } period ? null : (period, grain.RegisterGrainTimer(
            cancellationToken =>
            {
                _isLookDue = false;
                return look(cancellationToken);
            },
            new GrainTimerCreationOptions(TimeSpan.Zero, period) { KeepAlive = true }));
    }

    /// <summary>News that come one after the other have it looked at once.</summary>
    public Task LookSoonAsync()
    {
        if (!_isLookDue && _timer is { } running)
        {
            _isLookDue = true;
            running.Timer.Change(NewsDelay, running.Every);
        }

        return Task.CompletedTask;
    }

    /// <summary>Other settings make another NAS: then the old one is not listened to any more.</summary>
    public void HearFrom(INas nas, INasGrain grain)
    {
        if (!ReferenceEquals(nas, _heard?.Nas))
        {
            _heard?.Listening?.Dispose();
            _heard = (nas, nas.Listen(() => grain.LookSoonAsync()));
        }
    }

    public Task StopAsync()
    {
        _timer?.Timer.Dispose();
        _heard?.Listening?.Dispose();
        (_timer, _heard, _isLookDue) = (null, null, false);
        return Task.CompletedTask;
    }
}
