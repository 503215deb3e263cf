using System.Collections.Immutable;
using Burnin.Domain.Surface;

namespace Burnin.Domain.Speed;

/// <summary>One pass over the surface in one direction: its segments by place.</summary>
/// <param name="Direction">Written or read.</param>
/// <param name="Points">In the order of the drive; without segments that say nothing of its speed.</param>
/// <param name="LeftOut">Segments that were left out.</param>
internal sealed record SpeedSweep(SpeedDirection Direction, ImmutableArray<SpeedPoint> Points, int LeftOut)
{
    /// <summary>A segment faster than this was not measured: a clock of milliseconds says nothing of it.</summary>
    private const long LeastMilliseconds = 50;

    /// <summary>All sweeps of a run. What stood still meanwhile, or met errors and was tried again, says nothing of the drive's speed.</summary>
    public static ImmutableArray<SpeedSweep> Of(int blockBytes, IEnumerable<FinishedSegment> finished)
    {
        var halves =
            from segment in finished.DistinctBy(segment => segment.Index)
            from half in HalvesOf(segment)
            select (half.Direction, segment.Segment.Pass, segment.Segment.FirstBlock, Segment: segment, half.Measure);
        return
        [
            .. from half in halves
               group half by (half.Pass, half.Direction) into sweep
               orderby sweep.Key.Pass, sweep.Key.Direction
               let told = sweep.Where(half => half.Measure is { Milliseconds: >= LeastMilliseconds } && half.Segment is { IsClean: true, HeldSeconds: 0 }).ToList()
               select new SpeedSweep(
                   sweep.Key.Direction,
                   [.. told.OrderBy(half => half.FirstBlock).Select(half => new SpeedPoint(half.FirstBlock * blockBytes, half.Segment.Segment.Blocks * blockBytes, half.Measure!))],
                   sweep.Count() - told.Count),
        ];
    }

    private static IEnumerable<(SpeedDirection Direction, HalfMeasure? Measure)> HalvesOf(FinishedSegment segment) => segment.Segment.Kind switch
    {
        SegmentKind.Write => [(SpeedDirection.Write, segment.Write)],
        SegmentKind.Verify or SegmentKind.Read => [(SpeedDirection.Read, segment.Read)],
        SegmentKind.WriteVerify => [(SpeedDirection.Write, segment.Write), (SpeedDirection.Read, segment.Read)],
    };
}
