using System.Collections.Immutable;
using Burnin.Domain.Drives;

namespace Burnin.Nas.Original;

/// <summary>One disk as the original contract lists it. Temperature and health are additions that no product ever had.</summary>
internal sealed record OriginalDisk
{
    private const string Healthy = "PASSED";

    public string? Name { get; init; }

    public string? Serial { get; init; }

    public string? Model { get; init; }

    public long? Size { get; init; }

    public string? Type { get; init; }

    public double? Temperature { get; init; }

    public string? SmartHealth { get; init; }

    public DriveFacts ToFacts() => new()
    {
        DeviceName = Name!,
        Serial = Serial?.Trim() ?? "",
        Model = Model?.Trim() ?? "",
        SizeBytes = Size ?? 0,
        Medium = MediumOf(Name!, Type),
        TemperatureCelsius = Temperature is { } celsius ? (int)Math.Round(celsius) : null,
        SmartPassed = SmartHealth?.ToUpperInvariant() switch
        {
            Healthy => true,
            "FAILED" => false,
            _ => null,
        },
        InUse = ImmutableArray<InUseFact>.Empty,
    };

    private static DriveMedium MediumOf(string name, string? type) => type?.ToUpperInvariant() switch
    {
        _ when name.StartsWith("nv", StringComparison.Ordinal) => DriveMedium.Nvme,
        "HDD" => DriveMedium.Hdd,
        "SSD" => DriveMedium.Ssd,
        _ => DriveMedium.Unknown,
    };
}
