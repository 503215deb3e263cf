using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Interfaces.Fleet;

/// <summary>What changed on one NAS between two pictures. Applies only to a picture of the same epoch and of sequence <see cref="From"/>.</summary>
[GenerateSerializer, Immutable, Alias("burnin.nas-delta")]
public sealed record NasDelta
{
    [Id(0)]
    public required string Nas { get; init; }

    [Id(1)]
    public required long Epoch { get; init; }

    [Id(2)]
    public required long From { get; init; }

    [Id(3)]
    public required long To { get; init; }

    [Id(4)]
    public required DateTimeOffset At { get; init; }

    /// <summary>Changed and new drives; a new one comes with all its fields.</summary>
    [Id(5)]
    public required ImmutableArray<DriveDelta> Drives { get; init; }

    /// <summary>Ids of drives that are no longer of this NAS.</summary>
    [Id(6)]
    public required ImmutableArray<string> Removed { get; init; }

    /// <summary>Null where it did not change.</summary>
    [Id(7)]
    public NasStatus? Status { get; init; }
}
