using System.Collections.Immutable;

namespace Burnin.Domain.Drives;

/// <summary>What a NAS says about one drive at one moment. Null is "not reported", never zero.</summary>
public sealed record DriveFacts
{
    /// <summary>The kernel's name without <c>/dev/</c>: <c>sda</c>, <c>ada0</c>, <c>loop3</c>. Moves at every reboot.</summary>
    public required string DeviceName { get; init; }

    /// <summary>As the drive says it; for a loop device, what identifies its backing file. Empty where there is none.</summary>
    public required string Serial { get; init; }

    /// <summary>World wide name in lower case with <c>0x</c>; null where the drive has none.</summary>
    public string? Wwn { get; init; }

    public required string Model { get; init; }

    public required long SizeBytes { get; init; }

    /// <summary>What the drive can hold where it hides a part of it; null where it hides nothing, or nobody could ask.</summary>
    public long? NativeBytes { get; init; }

    public DriveMedium Medium { get; init; }

    public int? TemperatureCelsius { get; init; }

    /// <summary>The drive's own overall health: true passed, false failed, null not reported.</summary>
    public bool? SmartPassed { get; init; }

    /// <summary>Enclosure and slot, as the NAS counts them: <c>0:12</c>.</summary>
    public string? Bay { get; init; }

    /// <summary>Empty only where the NAS looked and found the drive free: what is not known is in use.</summary>
    public required ImmutableArray<InUseFact> InUse { get; init; }

    public DriveId IdOn(string nas) =>
        !string.IsNullOrWhiteSpace(Serial) ? DriveId.OfSerial(Serial)
        : Wwn is { } wwn ? DriveId.OfWwn(wwn)
        : DriveId.OfNameless(nas, DeviceName);
}
