namespace Burnin.Domain.Smart;

/// <summary>Who the drive says it is.</summary>
public sealed record SmartIdentity
{
    public string? Model { get; init; }

    /// <summary>By smartctl's own database.</summary>
    public string? Family { get; init; }

    public string? Serial { get; init; }

    /// <summary>16 hex digits in lower case, without 0x; an NVMe drive's EUI-64.</summary>
    public string? Wwn { get; init; }

    public string? Firmware { get; init; }

    public long? CapacityBytes { get; init; }

    /// <summary>What the drive holds without a host protected area; null where the drive was not asked.</summary>
    public long? NativeCapacityBytes { get; init; }

    public int? LogicalBlockBytes { get; init; }

    public int? PhysicalBlockBytes { get; init; }

    /// <summary>0: solid state.</summary>
    public int? RotationRpm { get; init; }

    public string? FormFactor { get; init; }

    /// <summary>In the drive's words: <c>Device managed zones</c>, <c>Host Aware Zones</c>. Null: says nothing of zones.</summary>
    public string? Zoned { get; init; }

    /// <summary>SCSI protection information, 0 for none.</summary>
    public int? ProtectionType { get; init; }

    /// <summary>TRIM or UNMAP; null where it is not said.</summary>
    public bool? HasTrim { get; init; }
}
