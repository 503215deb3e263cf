using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Interfaces.Fleet;

/// <summary>All of one NAS at one sequence number. Another epoch means that the sequence began anew.</summary>
[GenerateSerializer, Immutable, Alias("burnin.nas-picture")]
public sealed record NasPicture
{
    [Id(0)]
    public required string Nas { get; init; }

    [Id(1)]
    public required long Epoch { get; init; }

    [Id(2)]
    public required long Sequence { get; init; }

    [Id(3)]
    public NasStatus? Status { get; init; }

    [Id(4)]
    public required ImmutableArray<DriveView> Drives { get; init; }
}
