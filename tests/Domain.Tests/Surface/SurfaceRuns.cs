using Burnin.Domain.Surface;

namespace Burnin.Domain.Tests.Surface;

/// <summary>A plan of two passes over two segments of 1,000 blocks, and runs of it.</summary>
internal static class SurfaceRuns
{
    public static SurfacePlan Plan { get; } = new()
    {
        BlockBytes = 4096,
        Passes = 2,
        Segments =
        [
            new(SegmentKind.WriteVerify, 0, 0, 999),
            new(SegmentKind.WriteVerify, 0, 1000, 1999),
            new(SegmentKind.WriteVerify, 1, 0, 999),
            new(SegmentKind.WriteVerify, 1, 1000, 1999),
        ],
        CoveredBytes = 2000 * 4096,
        UncoveredBytes = 512,
    };

    public static List<FinishedSegment> Finished(int count) => [.. Enumerable.Range(0, count).Select(Segment)];

    public static FinishedSegment Segment(int index) => new()
    {
        Index = index,
        Segment = Plan.Segments[index],
        StartSecond = 100 + (index * 10),
        EndSecond = 110 + (index * 10),
        IsWhole = true,
        Listed = 0,
        ReadErrors = 0,
        WriteErrors = 0,
        Mismatches = 0,
    };
}
