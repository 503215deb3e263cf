using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Drives;

/// <summary>The stages that a start would run on one drive, in their order, with what they ask of it.</summary>
[GenerateSerializer, Immutable, Alias("burnin.plan-view")]
public sealed record PlanView
{
    [Id(0)]
    public required string Nas { get; init; }

    /// <summary>The name of just these stages, or <c>custom</c>.</summary>
    [Id(1)]
    public required string Profile { get; init; }

    [Id(2)]
    public required bool Erases { get; init; }

    [Id(3)]
    public required ImmutableArray<PlannedStageView> Stages { get; init; }
}
