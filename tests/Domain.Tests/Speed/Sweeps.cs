using System.Collections.Immutable;
using Burnin.Domain.Speed;
using Burnin.Domain.Surface;

namespace Burnin.Domain.Tests.Speed;

/// <summary>A pretended disk of 200 segments of 4 GB, 800 GB in all, 240 MB/s at the rim and 120 at the hub.</summary>
internal static class Sweeps
{
    public const int Segments = 200;
    public const int BlockBytes = 4096;
    public const long SegmentBytes = 1_000_000L * BlockBytes;
    public const long SizeBytes = Segments * SegmentBytes;

    public static double Healthy(int segment) => 240e6 - (120e6 * segment / Segments);

    /// <summary>As many passes as there are speeds, each written and read at the speed that it says for the segment.</summary>
    public static List<FinishedSegment> Passes(params Func<int, double>[] speeds) =>
    [
        .. from pass in Enumerable.Range(0, speeds.Length)
           from kind in (IEnumerable<SegmentKind>)[SegmentKind.Write, SegmentKind.Verify]
           from segment in Enumerable.Range(0, Segments)
           select Segment(kind, pass, segment, speeds[pass](segment)),
    ];

    public static FinishedSegment Segment(SegmentKind kind, int pass, int segment, double bytesPerSecond, long? maxMicroseconds = 90_000)
    {
        var measure = new HalfMeasure
        {
            Milliseconds = (long)(SegmentBytes * 1000 / bytesPerSecond),
            MedianMicroseconds = 20_000,
            P99Microseconds = 40_000,
            P999Microseconds = 60_000,
            MaxMicroseconds = maxMicroseconds,
        };
        return new FinishedSegment
        {
            Index = (((pass * 2) + (kind == SegmentKind.Write ? 0 : 1)) * Segments) + segment,
            Segment = new SurfaceSegment(kind, pass, segment * 1_000_000L, ((segment + 1) * 1_000_000L) - 1),
            StartSecond = 0,
            EndSecond = measure.Milliseconds / 1000,
            IsWhole = true,
            Listed = 0,
            ReadErrors = 0,
            WriteErrors = 0,
            Mismatches = 0,
            Write = kind == SegmentKind.Write ? measure : null,
            Read = kind == SegmentKind.Write ? null : measure,
        };
    }

    public static SpeedCurve Curve(params Func<int, double>[] speeds) => SpeedCurve.Of(SizeBytes, BlockBytes, "fio", Passes(speeds))!;

    /// <summary>Other drives that were tested elsewhere.</summary>
    public static ImmutableArray<SiblingCurve> Siblings(int count, double share = 1, string nas = "cellar") =>
        [.. Enumerable.Range(0, count).Select(i => new SiblingCurve($"{nas}-{i}", nas, Noon, Noon.AddHours(9), Curve(segment => share * Healthy(segment))))];

    public static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
}
