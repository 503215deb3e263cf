using System.Collections.Immutable;
using Burnin.Domain.Surface;

namespace Burnin.Domain.Speed;

/// <summary>The speed of one drive over position, as one surface stage has seen it. Small enough to be kept with a job and compared.</summary>
public sealed record SpeedCurve
{
    private const int MostPlaces = 20;

    public required long SizeBytes { get; init; }

    /// <summary>What read and wrote: <c>fio</c> or <c>badblocks</c>. Speeds of one are not held against the other's.</summary>
    public required string Engine { get; init; }

    public required ImmutableArray<SpeedLane> Lanes { get; init; }

    /// <summary>Places that were slow against their neighbours in more than one sweep. At most 20, the slowest.</summary>
    public ImmutableArray<SpeedDent> Dents { get; init; } = [];

    /// <summary>Places where single reads took very long. At most 20, the longest.</summary>
    public ImmutableArray<SlowPlace> SlowPlaces { get; init; } = [];

    /// <summary>The lane of this direction; null where nothing was measured in it.</summary>
    public SpeedLane? Lane(SpeedDirection direction) => Lanes.FirstOrDefault(lane => lane.Direction == direction);

    /// <summary>Null where no segment says anything of the speed.</summary>
    public static SpeedCurve? Of(long sizeBytes, int blockBytes, string? engine, IEnumerable<FinishedSegment> finished)
    {
        var sweeps = SpeedSweep.Of(blockBytes, finished);
        ImmutableArray<SpeedLane> lanes =
        [
            .. from sweep in sweeps
               where !sweep.Points.IsEmpty
               group sweep by sweep.Direction into direction
               orderby direction.Key
               select LaneOf(direction.Key, sizeBytes, [.. direction]),
        ];
        return engine is null || sizeBytes <= 0 || lanes.IsEmpty ? null : new SpeedCurve
        {
            SizeBytes = sizeBytes,
            Engine = engine,
            Lanes = lanes,
            Dents = [.. SpeedDents.In(sweeps).OrderBy(dent => dent.Ratio).Take(MostPlaces).OrderBy(dent => dent.FromByte)],
            SlowPlaces = [.. SlowPlacesIn(sweeps).OrderByDescending(place => place.MaxMicroseconds).Take(MostPlaces).OrderBy(place => place.FromByte)],
        };
    }

    private static SpeedLane LaneOf(SpeedDirection direction, long sizeBytes, ImmutableArray<SpeedSweep> sweeps)
    {
        var points = sweeps.SelectMany(sweep => sweep.Points).ToList();
        var outer = MeanOf(points, 0, sizeBytes / 10);
        var inner = MeanOf(points, sizeBytes - (sizeBytes / 10), sizeBytes);
        return new SpeedLane
        {
            Direction = direction,
            Sweeps = sweeps.Length,
            BytesPerSecond = [.. Enumerable.Range(0, SpeedLane.Parts).Select(part => PartOf(sweeps, sizeBytes, part))],
            MeanBytesPerSecond = (long)MeanOf(points, 0, long.MaxValue)!.Value,
            InnerToOuterRatio = inner / outer,
            MedianMicroseconds = Median.Of(points.Select(point => point.Measure.MedianMicroseconds)),
            P99Microseconds = Median.Of(points.Select(point => point.Measure.P99Microseconds)),
            P999Microseconds = Median.Of(points.Select(point => point.Measure.P999Microseconds)),
            MaxMicroseconds = points.Max(point => point.Measure.MaxMicroseconds),
            LeftOut = sweeps.Sum(sweep => sweep.LeftOut),
        };
    }

    private static long? PartOf(ImmutableArray<SpeedSweep> sweeps, long sizeBytes, int part)
    {
        var (from, to) = ((long)((Int128)sizeBytes * part / SpeedLane.Parts), (long)((Int128)sizeBytes * (part + 1) / SpeedLane.Parts));
        return Median.Of(sweeps.Select(sweep => (long?)MeanOf(sweep.Points, from, to)));
    }

    /// <summary>Of the bytes between two places, each at the speed of its segment; null where none of them was measured.</summary>
    private static double? MeanOf(IReadOnlyList<SpeedPoint> points, long from, long to)
    {
        var (bytes, seconds) = (0.0, 0.0);
        foreach (var point in points)
        {
            var shared = Math.Min(point.ToByte, to) - Math.Max(point.FromByte, from);
            if (shared > 0)
            {
                (bytes, seconds) = (bytes + shared, seconds + (shared / point.BytesPerSecond));
            }
        }

        return seconds > 0 ? bytes / seconds : null;
    }

    /// <summary>Of reads alone: what a write takes also hangs on the drive's cache, and on when it is emptied.</summary>
    private static IEnumerable<SlowPlace> SlowPlacesIn(ImmutableArray<SpeedSweep> sweeps) =>
        from sweep in sweeps
        where sweep.Direction == SpeedDirection.Read
        from point in sweep.Points
        where point.Measure.MaxMicroseconds >= SpeedLimits.VeryLongMicroseconds
        group point by (point.FromByte, point.ToByte) into place
        let longest = place.Select(point => point.Measure.MaxMicroseconds!.Value).OrderDescending().ToList()
        select new SlowPlace(place.Key.FromByte, place.Key.ToByte, longest[0], longest.Count > 1 ? longest[1] : null, longest.Count);
}
