using System.Collections.Immutable;

namespace Burnin.Domain.Jobs;

/// <summary>What a person asks for, before anyone has looked whether it makes sense. Null is "not said".</summary>
public sealed record JobWish
{
    public required string Operator { get; init; }

    public string? Profile { get; init; }

    public bool? RunSurface { get; init; }

    public bool? RunShort { get; init; }

    public bool? RunLong { get; init; }

    public ImmutableArray<string>? StageOrder { get; init; }

    public string? ConfirmSerial { get; init; }

    public bool ConfirmDestructive { get; init; }

    public int DrivesInBatch { get; init; } = 1;

    public string? SurfaceEngine { get; init; }

    public int? SurfacePasses { get; init; }

    public string? SurfaceMode { get; init; }

    public int? MaxBadBlocks { get; init; }

    /// <summary>By what the drive is judged: <c>new, used, classic</c>.</summary>
    public string? Policy { get; init; }

    /// <summary>The serial, typed once more to say that a label or partition table on the drive is stale.</summary>
    public string? OverrideStaleLabel { get; init; }
}
