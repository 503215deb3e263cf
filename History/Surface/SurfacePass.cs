namespace Burnin.History.Surface;

/// <summary>One time over the surface. Percents are of the drive; null where nothing of that half was finished, or it is no part of the pass.</summary>
public sealed record SurfacePass
{
    /// <summary>What is written, where it has a name: <c>0xAA</c>; else <c>pass 1</c>.</summary>
    public required string Name { get; init; }

    public double? WrittenPercent { get; init; }

    public double? ReadPercent { get; init; }

    public required long Errors { get; init; }

    /// <summary>By the host's clock, without the time that it was held.</summary>
    public required double Seconds { get; init; }
}
