using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Drives;

/// <summary>What a NAS poll saw of one drive.</summary>
[GenerateSerializer, Immutable, Alias("burnin.drive-sighting")]
public sealed record DriveSighting
{
    [Id(0)]
    public required string Nas { get; init; }

    [Id(1)]
    public required string Devname { get; init; }

    [Id(2)]
    public required string Serial { get; init; }

    [Id(3)]
    public string? Wwn { get; init; }

    [Id(4)]
    public required string Model { get; init; }

    [Id(5)]
    public required long SizeBytes { get; init; }

    [Id(6)]
    public required string Medium { get; init; }

    [Id(7)]
    public int? TemperatureC { get; init; }

    [Id(8)]
    public string? SmartHealth { get; init; }

    [Id(9)]
    public required ImmutableArray<InUseView> InUse { get; init; }
}
