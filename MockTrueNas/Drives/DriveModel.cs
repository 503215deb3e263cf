namespace Burnin.MockTrueNas.Drives;

/// <summary>What a vendor prints on the label and builds behind it. In the serial pattern each # is a character of the one drive, and each @ a digit.</summary>
internal sealed record DriveModel
{
    public required string Name { get; init; }

    /// <summary>As SCSI reports it; <c>ATA</c> for SATA, empty for NVMe.</summary>
    public string Vendor { get; init; } = "ATA";

    public required string Family { get; init; }

    public required string Firmware { get; init; }

    public DriveProtocol Protocol { get; init; } = DriveProtocol.Ata;

    public AttributeSet Attributes { get; init; } = AttributeSet.Seagate;

    public required long Bytes { get; init; }

    /// <summary>Null for flash.</summary>
    public int? RotationRate { get; init; }

    public required string SerialPattern { get; init; }

    /// <summary>The first half of the WWN, by which the vendor is known.</summary>
    public required string WwnPrefix { get; init; }

    public int ShortTestMinutes { get; init; } = 1;

    public required int LongTestMinutes { get; init; }

    public bool HasConveyanceTest { get; init; }

    /// <summary>Some drives write a row into their log already while the test runs.</summary>
    public bool LogsRunningTest { get; init; } = true;

    /// <summary>Null: the drive has no advanced power management.</summary>
    public int? ApmLevel { get; init; }

    public int? CriticalCelsius { get; init; }

    public int LogicalBlockBytes { get; init; } = 512;

    /// <summary>False: the kernel has no sensor of it, though smartctl reads one.</summary>
    public bool HasKernelSensor { get; init; } = true;

    public bool IsUsb { get; init; }

    public bool IsFlash => RotationRate is null;
}
