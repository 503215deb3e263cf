namespace Burnin.Domain.Surface;

/// <summary>All that the host has to say of a run that has ended.</summary>
public sealed record SurfaceRecord
{
    public required SurfacePlan Plan { get; init; }

    public required IReadOnlyCollection<FinishedSegment> Finished { get; init; }

    public required IReadOnlyCollection<BadBlock> Bad { get; init; }

    public required SurfaceEnd End { get; init; }

    /// <summary><c>fio</c> or <c>badblocks</c>; null where the run ended before one was chosen.</summary>
    public string? Engine { get; init; }

    /// <summary>Why the engine is not the one that sees most; null where it is, or was asked for by name.</summary>
    public string? EngineWhy { get; init; }

    /// <summary>Bad blocks that do not condemn the drive.</summary>
    public int BadBlockThreshold { get; init; }

    /// <summary>The end of the run's log.</summary>
    public string? Log { get; init; }
}
