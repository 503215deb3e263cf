namespace Burnin.Domain.Surface;

/// <summary>The segment in hand, and how far it is.</summary>
public sealed record CurrentSegment
{
    /// <summary>Place in <see cref="SurfacePlan.Segments"/>.</summary>
    public required int Index { get; init; }

    /// <summary>By the clock of the host.</summary>
    public required long StartSecond { get; init; }

    /// <summary>Of its time so far, how long it stood still.</summary>
    public long HeldSeconds { get; init; }

    public bool IsReading { get; init; }

    /// <summary>Blocks written plus blocks read so far.</summary>
    public required double DoneBlocks { get; init; }

    public long Errors { get; init; }
}
