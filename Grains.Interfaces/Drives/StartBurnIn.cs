using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Drives;

/// <summary>A person's wish to burn in one drive.</summary>
[GenerateSerializer, Immutable, Alias("burnin.start-burn-in")]
public sealed record StartBurnIn
{
    [Id(0)]
    public required string Operator { get; init; }

    /// <summary>A named profile; null to take the three flags, of which each that is not said is true.</summary>
    [Id(1)]
    public string? Profile { get; init; }

    [Id(2)]
    public bool? RunSurface { get; init; }

    [Id(3)]
    public bool? RunShort { get; init; }

    [Id(4)]
    public bool? RunLong { get; init; }

    /// <summary>Another order of just the chosen stages; null for the usual one.</summary>
    [Id(5)]
    public ImmutableArray<string>? StageOrder { get; init; }

    /// <summary>The serial, typed by a person: needed for a single destructive start.</summary>
    [Id(6)]
    public string? ConfirmSerial { get; init; }

    /// <summary>The explicit tick: needed for a destructive start of several drives, and enough there.</summary>
    [Id(7)]
    public bool ConfirmDestructive { get; init; }

    /// <summary>How many drives were chosen together.</summary>
    [Id(8)]
    public int DrivesInBatch { get; init; } = 1;

    /// <summary><c>auto, fio, badblocks</c>; null as configured, like all that follows.</summary>
    [Id(9)]
    public string? SurfaceEngine { get; init; }

    /// <summary>1 to 4.</summary>
    [Id(10)]
    public int? SurfacePasses { get; init; }

    /// <summary><c>write, read</c>. Reading leaves the drive as it is.</summary>
    [Id(11)]
    public string? SurfaceMode { get; init; }

    /// <summary>Distinct bad blocks at which the run ends: 1 stops at the first.</summary>
    [Id(12)]
    public int? MaxBadBlocks { get; init; }

    /// <summary>The serial, typed once more to say that a label or partition table is stale; null where nothing is set aside.</summary>
    [Id(13)]
    public string? OverrideStaleLabel { get; init; }

    /// <summary>By what the drive is judged: <c>new, used, classic</c>.</summary>
    [Id(14)]
    public string? Policy { get; init; }
}
