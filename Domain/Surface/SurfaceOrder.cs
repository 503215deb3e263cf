using System.Collections.Immutable;
using Burnin.Domain.Drives;

namespace Burnin.Domain.Surface;

/// <summary>How a surface is to be tested: what the host is told besides the drive.</summary>
public sealed record SurfaceOrder
{
    public required SurfaceShape Shape { get; init; }

    public SurfaceEngine Engine { get; init; }

    /// <summary>Distinct bad blocks at which the run ends, as the drive is condemned: 1 stops at the first. At least 1.</summary>
    public int MaxBadBlocks { get; init; } = 64;

    /// <summary>Bad blocks that are noted, but do not condemn the drive. Below <see cref="MaxBadBlocks"/>.</summary>
    public int BadBlockThreshold { get; init; }

    /// <summary>Labels and partition tables that an operator, with the serial, has called stale: just these, word for word.</summary>
    public ImmutableArray<InUseFact> StaleLabels { get; init; } = [];

    /// <summary>At this heat or more the run stands still; null where heat does not matter.</summary>
    public int? PauseAtCelsius { get; init; }

    /// <summary>At this heat or less it goes on again. Below <see cref="PauseAtCelsius"/>.</summary>
    public int? ResumeAtCelsius { get; init; }

    /// <summary>Builds the whole list of segments: not for every tick.</summary>
    public SurfacePlan PlanFor(long sizeBytes, SurfaceEngine engine) => SurfacePlan.Of(sizeBytes, Shape, engine);
}
