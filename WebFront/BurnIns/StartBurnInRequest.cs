using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Drives;
using Burnin.WebFront.Http;

namespace Burnin.WebFront.BurnIns;

/// <summary>A person's wish to burn in some drives, all in the same way.</summary>
internal sealed record StartBurnInRequest : INamesOperator
{
    public IReadOnlyList<string?>? DriveIds { get; init; }

    public string? Operator { get; init; }

    public bool? RunSurface { get; init; }

    public bool? RunShort { get; init; }

    public bool? RunLong { get; init; }

    public IReadOnlyList<string>? StageOrder { get; init; }

    public string? Profile { get; init; }

    public string? ConfirmSerial { get; init; }

    public bool? ConfirmDestructive { get; init; }

    /// <summary><c>auto, fio, badblocks</c>.</summary>
    public string? SurfaceEngine { get; init; }

    /// <summary>1 to 4.</summary>
    public int? SurfacePasses { get; init; }

    /// <summary><c>write, read</c>.</summary>
    public string? SurfaceMode { get; init; }

    /// <summary>1 stops at the first error.</summary>
    public int? MaxBadBlocks { get; init; }

    /// <summary>The serial of the one drive, typed once more to call a label on it stale.</summary>
    public string? OverrideStaleLabel { get; init; }

    /// <summary>By what the drives are judged: <c>new, used, classic</c>.</summary>
    public string? Policy { get; init; }

    /// <summary>What each of the drives is asked. What is not said stays unsaid: the plan knows what that means.</summary>
    public StartBurnIn ToWish(int drives, string by) => new()
    {
        Operator = by,
        Profile = Profile,
        RunSurface = RunSurface,
        RunShort = RunShort,
        RunLong = RunLong,
        StageOrder = StageOrder is { } order ? [.. order] : (ImmutableArray<string>?)null,
        ConfirmSerial = ConfirmSerial,
        ConfirmDestructive = ConfirmDestructive ?? false,
        DrivesInBatch = drives,
        SurfaceEngine = SurfaceEngine,
        SurfacePasses = SurfacePasses,
        SurfaceMode = SurfaceMode,
        MaxBadBlocks = MaxBadBlocks,
        OverrideStaleLabel = OverrideStaleLabel,
        Policy = Policy,
    };
}
