namespace Burnin.Domain.Drives;

/// <summary>The drive a job is for: what must be true of the device node before a byte is written to it.</summary>
public sealed record DriveTarget
{
    public required string Serial { get; init; }

    public string? Wwn { get; init; }

    public required long SizeBytes { get; init; }

    public required string Model { get; init; }

    public DriveMedium Medium { get; init; }

    public bool IsSameDriveAs(DriveFacts facts) =>
        facts.Serial == Serial && facts.SizeBytes == SizeBytes && (Wwn is null || facts.Wwn is null || facts.Wwn == Wwn);
}
