using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Provenance;

/// <summary>What is known of a drive before anything was done to it.</summary>
internal sealed record ProvenanceCase
{
    public required VerdictPolicy Policy { get; init; }

    public required DriveTarget Target { get; init; }

    public required SmartReport Report { get; init; }

    /// <summary>What the NAS says of the disk, in use or not.</summary>
    public ImmutableArray<InUseFact> Facts { get; init; } = [];

    /// <summary>What the drive can hold, as it tells itself or its host was told; null where nobody knows.</summary>
    public long? NativeBytes { get; init; }

    /// <summary>Whether the drive was bought as new.</summary>
    public bool IsSoldAsNew => Policy.MostPowerOnHours is not null;

    public string Model => Report.Identity.Model ?? Target.Model;

    public bool IsSpinning => Report.Identity.RotationRpm > 0 || (Report.Identity.RotationRpm is null && Target.Medium == DriveMedium.Hdd);
}
