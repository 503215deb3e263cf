using System.Collections.Immutable;
using Burnin.Domain.Speed;

namespace Burnin.Domain.Verdicts;

/// <summary>What is known of other drives that bears on the verdict of this one.</summary>
public sealed record Surroundings
{
    public static Surroundings None { get; } = new();

    /// <summary>The newest curve of each other drive of the same model and size, on any NAS.</summary>
    public ImmutableArray<SiblingCurve> Siblings { get; init; } = [];

    /// <summary>Stages of other drives on the same NAS that ended in trouble while this job ran, or a little later.</summary>
    public ImmutableArray<NeighbourTrouble> Neighbours { get; init; } = [];
}
