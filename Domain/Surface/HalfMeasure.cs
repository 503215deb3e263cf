namespace Burnin.Domain.Surface;

/// <summary>What one half of a segment, writing or reading, took. Latencies are of single I/Os; null where the tool does not say.</summary>
public sealed record HalfMeasure
{
    public required long Milliseconds { get; init; }

    public long? MedianMicroseconds { get; init; }

    /// <summary>99 of 100 I/Os took no longer.</summary>
    public long? P99Microseconds { get; init; }

    /// <summary>999 of 1,000 I/Os took no longer.</summary>
    public long? P999Microseconds { get; init; }

    public long? MaxMicroseconds { get; init; }
}
