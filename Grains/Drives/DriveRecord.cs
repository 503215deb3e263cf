using Burnin.Grains.Interfaces.Drives;

namespace Burnin.Grains.Drives;

/// <summary>What a drive grain stores. Its JSON is a contract. The views in it are additive, like all that is on a wire.</summary>
public sealed record DriveRecord
{
    /// <summary>Null: no NAS has ever shown this drive. Else as it was seen when it last moved or changed.</summary>
    public DriveSighting? Place { get; init; }

    public string Location { get; init; } = "";

    public string Notes { get; init; } = "";

    /// <summary>The newest job as it was when its state last changed. A job that is not over holds the drive.</summary>
    public DriveJobView? Job { get; init; }

    public SelfTestView? ShortSmart { get; init; }

    public SelfTestView? LongSmart { get; init; }
}
