using Orleans.Concurrency;

namespace Burnin.Grains.Interfaces.Fleet;

/// <summary>Hears what changes on a NAS, at best effort: one that missed a delta sees a gap and asks for the picture.</summary>
[GrainInterfaceType("burnin.nas-observer"), Alias("burnin.nas-observer")]
public interface INasObserver : IGrainObserver
{
    [OneWay, Alias("changed")]
    Task ChangedAsync(NasDelta delta);

    [OneWay, Alias("alerted")]
    Task AlertedAsync(JobAlert alert);
}
