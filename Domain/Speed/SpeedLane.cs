using System.Collections.Immutable;

namespace Burnin.Domain.Speed;

/// <summary>How fast a drive was in one direction, from the outer tracks to the inner ones, over all passes.</summary>
public sealed record SpeedLane
{
    /// <summary>Into how many equal parts the drive is divided: one hundredth each.</summary>
    public const int Parts = 100;

    public required SpeedDirection Direction { get; init; }

    /// <summary>How often the surface was gone over in this direction.</summary>
    public required int Sweeps { get; init; }

    /// <summary>Speed in each hundredth of the drive, the middle one of the passes; null where nothing was measured.</summary>
    public required ImmutableArray<long?> BytesPerSecond { get; init; }

    /// <summary>All bytes that were measured by all the time that they took.</summary>
    public required long MeanBytesPerSecond { get; init; }

    /// <summary>Of the innermost tenth against the outermost; null where either was not measured.</summary>
    public double? InnerToOuterRatio { get; init; }

    /// <summary>The middle one of the segments' medians; null where the tool does not say, as all of these.</summary>
    public long? MedianMicroseconds { get; init; }

    /// <summary>The middle one of the segments' p99.</summary>
    public long? P99Microseconds { get; init; }

    /// <summary>The middle one of the segments' p99.9.</summary>
    public long? P999Microseconds { get; init; }

    /// <summary>The longest single I/O.</summary>
    public long? MaxMicroseconds { get; init; }

    /// <summary>Segments that say nothing of the speed: held, or with errors.</summary>
    public int LeftOut { get; init; }

    /// <summary>Of the drive, how much was measured, 0 to 1.</summary>
    public double Covered => BytesPerSecond.Count(part => part is not null) / (double)Parts;
}
