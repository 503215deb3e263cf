using Burnin.MockTrueNas.Original.Faults;
using Burnin.MockTrueNas.Original.Fleet;

namespace Burnin.MockTrueNas.Original.Debugging;

/// <summary>Everything a NAS knows, in no product's words; every debug route answers with it.</summary>
internal sealed record DebugState
{
    public required string Name { get; init; }

    public required MockNasProfile Profile { get; init; }

    public required double SpeedUp { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required DateTimeOffset BootedAt { get; init; }

    public required FaultPlan Faults { get; init; }

    public required IReadOnlyList<DebugDrive> Drives { get; init; }

    public required IReadOnlyList<DebugJob> Jobs { get; init; }

    public static DebugState Of(NasMoment moment, MockNasOptions options) => new()
    {
        Name = options.Name,
        Profile = options.Profile,
        SpeedUp = moment.SpeedUp,
        Now = moment.Now,
        BootedAt = moment.State.BootedAt,
        Faults = moment.State.Faults,
        Drives = [.. moment.State.Drives.Select(drive => DebugDrive.Of(drive, moment))],
        Jobs = [.. moment.State.Jobs.Select(job => DebugJob.Of(job, moment.Now))],
    };
}
