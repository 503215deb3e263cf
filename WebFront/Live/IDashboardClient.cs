using Burnin.Grains.Interfaces.Fleet;

namespace Burnin.WebFront.Live;

/// <summary>What browsers hear.</summary>
public interface IDashboardClient
{
    /// <summary>Only changed fields of only changed drives; see <see cref="DriveDeltaJson"/>.</summary>
    Task NasDelta(NasDelta delta);

    Task JobAlert(JobAlert alert);

    /// <summary>What was heard of this NAS has a hole: take its snapshot anew.</summary>
    Task Resync(ResyncNotice notice);

    /// <summary>A NAS was added or removed: read the list anew.</summary>
    Task FleetChanged(FleetNotice notice);
}
