using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Nases;
using Orleans.Concurrency;

namespace Burnin.Grains.Interfaces.Fleet;

/// <summary>The live picture of one NAS. Key: <c>feed:{nas}</c>. It calls no other grain.</summary>
[GrainInterfaceType("burnin.feed"), Alias("burnin.feed")]
public interface IFeedGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("picture")]
    Task<NasPicture> GetPictureAsync();

    /// <summary>Hears of changes until the subscription lapses after two minutes: renew it every 30 s. Returns the picture to start from.</summary>
    [Alias("subscribe")]
    Task<NasPicture> SubscribeAsync(INasObserver observer);

    [Alias("unsubscribe")]
    Task UnsubscribeAsync(INasObserver observer);

    /// <summary>The NAS publishes all its drives, after every poll: what is not in it is removed.</summary>
    [Alias("publish")]
    Task PublishAsync(NasStatus status, ImmutableArray<DriveView> drives);

    /// <summary>One drive has changed between polls. Ignored where the NAS has not published that drive.</summary>
    [Alias("drive-changed")]
    Task DriveChangedAsync(DriveView drive);

    [Alias("alert")]
    Task AlertAsync(JobAlert alert);
}
