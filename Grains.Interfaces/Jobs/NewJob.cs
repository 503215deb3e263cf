using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Drives;

namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>A job as the drive orders it: everything is already decided.</summary>
[GenerateSerializer, Immutable, Alias("burnin.new-job")]
public sealed record NewJob
{
    [Id(0)]
    public required string DriveId { get; init; }

    [Id(1)]
    public required string Nas { get; init; }

    [Id(2)]
    public required string Devname { get; init; }

    [Id(3)]
    public required string Serial { get; init; }

    [Id(4)]
    public string? Wwn { get; init; }

    [Id(5)]
    public required string Model { get; init; }

    [Id(6)]
    public required long SizeBytes { get; init; }

    [Id(7)]
    public required string Medium { get; init; }

    [Id(8)]
    public required string Operator { get; init; }

    [Id(9)]
    public required string Profile { get; init; }

    /// <summary>Wire names of the stages, in order, precheck and final_check included.</summary>
    [Id(10)]
    public required ImmutableArray<string> Stages { get; init; }

    [Id(11)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: as usual.</summary>
    [Id(12)]
    public SurfaceSettings? Surface { get; init; }

    /// <summary>What forbade writing to the drive and the operator set aside.</summary>
    [Id(13)]
    public ImmutableArray<InUseView> Overridden { get; init; } = [];

    /// <summary>By what the drive is judged, with its version: <c>new@1</c>.</summary>
    [Id(14)]
    public string? Policy { get; init; }
}
