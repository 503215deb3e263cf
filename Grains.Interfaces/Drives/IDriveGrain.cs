using Orleans.Concurrency;

namespace Burnin.Grains.Interfaces.Drives;

/// <summary>One physical drive, wherever it sits. Key: <c>drive:{id}</c>.</summary>
[GrainInterfaceType("burnin.drive"), Alias("burnin.drive")]
public interface IDriveGrain : IGrainWithStringKey
{
    /// <summary>Looks at the drive just now, and starts only where nothing speaks against it.</summary>
    [Alias("start")]
    Task<StartBurnInResult> StartAsync(StartBurnIn wish, CancellationToken cancellationToken = default);

    /// <summary>What a start would ask of the drive, by what is known of it: nothing is looked at, started or stored.</summary>
    [AlwaysInterleave, Alias("plan")]
    Task<PlanBurnInResult> PlanAsync(StartBurnIn wish);

    /// <summary>Null for a drive that no NAS has ever shown.</summary>
    [AlwaysInterleave, Alias("get")]
    Task<DriveView?> GetAsync();

    /// <summary>Location and notes; null leaves as it is. Null in return: no such drive.</summary>
    [Alias("edit")]
    Task<DriveView?> EditAsync(string? location, string? notes);

    /// <summary>Called by the NAS that shows the drive, at every poll.</summary>
    [AlwaysInterleave, Alias("seen")]
    Task<DriveView> SeenAsync(DriveSighting sighting);

    /// <summary>Called by the NAS that no longer shows the drive. Null where another NAS has it by now.</summary>
    [AlwaysInterleave, Alias("missing")]
    Task<DriveView?> MissingAsync(string nas);

    /// <summary>Called by the drive's job whenever there is something to show; the last one must arrive.</summary>
    [AlwaysInterleave, Alias("job-reported")]
    Task JobReportedAsync(DriveJobView job);
}
