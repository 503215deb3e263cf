namespace Burnin.History.Surface;

/// <summary>What is kept of one surface stage that has ended: how each pass went, how fast, and where it failed.</summary>
public sealed record SurfaceRun
{
    /// <summary>Index of the stage in its job.</summary>
    public required int Stage { get; init; }

    /// <summary><c>fio, badblocks</c>; null where the host did not say.</summary>
    public string? Engine { get; init; }

    public required int BlockBytes { get; init; }

    public required IReadOnlyList<SurfacePass> Passes { get; init; }

    /// <summary>Write before read; empty where nothing says how fast it was.</summary>
    public required IReadOnlyList<SpeedTrace> Speeds { get; init; }

    /// <summary>Places that were slow against their neighbours, in bytes from the start of the drive.</summary>
    public required IReadOnlyList<SlowSpot> SlowSpots { get; init; }

    /// <summary>By pass and place.</summary>
    public required IReadOnlyList<FaultyBlock> FaultyBlocks { get; init; }

    /// <summary>The most that the drive showed meanwhile.</summary>
    public int? HottestCelsius { get; init; }
}
