using Burnin.Grains.Interfaces.Fleet;

namespace Burnin.WebFront.Live;

/// <summary>One NAS that this process listens to. The runtime holds observers weakly: the strong reference is here.</summary>
internal sealed class FollowedNas(NasObserver observer, INasObserver reference)
{
    public NasObserver Observer => observer;

    public INasObserver Reference => reference;

    public DateTimeOffset? RenewedAt { get; set; }
}
