using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas;

/// <summary>A drive of a pretend NAS, as a test wants to know it.</summary>
public sealed record MockDrive
{
    /// <summary>Where it sits, from 0; it stays there whatever its name is.</summary>
    public required int Slot { get; init; }

    /// <summary>Its device name since the last boot.</summary>
    public required string Name { get; init; }

    public required string Serial { get; init; }

    /// <summary>The key of its row in the NAS's database.</summary>
    public required string Identifier { get; init; }

    public required string Model { get; init; }

    public required DriveProtocol Protocol { get; init; }

    public required DriveCase Case { get; init; }

    public required long SizeBytes { get; init; }

    public required bool IsInserted { get; init; }

    /// <summary>What the drive measures now; null where it cannot.</summary>
    public required int? Celsius { get; init; }

    internal static MockDrive Of(Drive drive, BoxMoment moment) => new()
    {
        Slot = drive.Slot,
        Name = drive.Name,
        Serial = drive.Serial,
        Identifier = DriveIdentifier.Of(drive),
        Model = drive.Model.Name,
        Protocol = drive.Model.Protocol,
        Case = drive.Case,
        SizeBytes = drive.Model.Bytes,
        IsInserted = drive.IsInserted,
        Celsius = moment.CelsiusOf(drive),
    };
}
