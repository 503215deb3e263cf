using Burnin.MockTrueNas.Original.Fleet;

namespace Burnin.MockTrueNas.Original;

/// <summary>A disk on the original's wire: TrueNAS's fields, and two that TrueNAS never put there, temperature and smart_health.</summary>
internal sealed record OriginalDisk
{
    public required string Identifier { get; init; }

    public required string Name { get; init; }

    public required string Devname { get; init; }

    public string Subsystem { get; init; } = "sd";

    public required int Number { get; init; }

    public required string Serial { get; init; }

    public required string Model { get; init; }

    public required long Size { get; init; }

    public string Type { get; init; } = "HDD";

    public required int Rotationrate { get; init; }

    public required string Bus { get; init; }

    public required int Temperature { get; init; }

    public required string SmartHealth { get; init; }

    public bool Togglesmart { get; init; } = true;

    public string Hddstandby { get; init; } = "ALWAYS ON";

    public string Description { get; init; } = "";

    public string? Pool { get; init; }

    public static OriginalDisk Of(Drive drive, NasMoment moment) => new()
    {
        Identifier = $"{{serial}}{drive.Serial}",
        Name = drive.Name,
        Devname = drive.Name,
        Number = drive.Slot,
        Serial = drive.Serial,
        Model = drive.Model.Name,
        Size = drive.Model.Bytes,
        Rotationrate = drive.Model.RotationRate,
        Bus = drive.Model.Bus,
        Temperature = moment.CelsiusOf(drive),
        SmartHealth = drive.IsHealthy ? "PASSED" : "FAILED",
    };
}
