using System.Collections.Concurrent;
using Burnin.Grains.Interfaces.Fleet;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>Keeps what a feed sent, in order.</summary>
internal sealed class Recorder : INasObserver
{
    public ConcurrentQueue<NasDelta> Deltas { get; } = new();

    public ConcurrentQueue<JobAlert> Alerts { get; } = new();

    public Task ChangedAsync(NasDelta delta)
    {
        Deltas.Enqueue(delta);
        return Task.CompletedTask;
    }

    public Task AlertedAsync(JobAlert alert)
    {
        Alerts.Enqueue(alert);
        return Task.CompletedTask;
    }
}
