using System.Text.Json;
using System.Text.Json.Serialization;
using Burnin.Domain.Speed;
using Burnin.Domain.Surface;

namespace Burnin.Archive;

/// <summary>The segments of a surface test of 16 TB, fast outside and slow inside, as the evidence keeps them.</summary>
internal static class Segments
{
    private const int BlockBytes = 4096;
    private const long Blocks = 16_000_900_661_248 / BlockBytes;
    private const int PerPass = 80;

    private static readonly JsonSerializerOptions AsKept = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<long> BadBlocks { get; } = [.. Enumerable.Range(0, 8).Select(index => 1_213_867_192L + (index * 3))];

    /// <summary>All passes, or those until the eighth bad block of the second one.</summary>
    /// <param name="fails">Whether it comes to that.</param>
    /// <param name="dent">Where on the drive a place is slow, 0 to 1; null for none.</param>
    public static string Json(bool fails, double? dent)
    {
        var (segments, bad) = All(fails, dent, random: new Random(7));
        return JsonSerializer.Serialize(new { engine = "badblocks", block_bytes = BlockBytes, passes = 4, segments, bad_blocks = bad }, AsKept);
    }

    /// <summary>The speed curve of such a drive that has passed, no two quite alike.</summary>
    public static string Curve(int seed) =>
        SpeedCurveJson.Write(SpeedCurve.Of(Blocks * BlockBytes, BlockBytes, "badblocks", All(fails: false, dent: null, new Random(seed)).Segments)!);

    private static (IReadOnlyList<FinishedSegment> Segments, IReadOnlyList<BadBlock> Bad) All(bool fails, double? dent, Random random)
    {
        var pace = random.NextDouble() * 0.1;
        var all = new List<FinishedSegment>();
        for (var pass = 0; pass < 4; pass++)
        {
            foreach (var kind in (SegmentKind[])[SegmentKind.Write, SegmentKind.Verify])
            {
                for (var index = 0; index < PerPass; index++)
                {
                    var (first, last) = (Blocks * index / PerPass, (Blocks * (index + 1) / PerPass) - 1);
                    var isEnd = fails && pass == 1 && kind == SegmentKind.Verify && last >= BadBlocks[0];
                    all.Add(Segment(all.Count, kind, pass, first, last, isEnd, dent, pace, random));
                    if (isEnd)
                    {
                        return (all, [.. BadBlocks.Select(block => new BadBlock(1, block, BlockFault.Different, IsConfirmed: true))]);
                    }
                }
            }
        }

        return (all, []);
    }

    private static FinishedSegment Segment(int index, SegmentKind kind, int pass, long first, long last, bool isEnd, double? dent, double pace, Random random)
    {
        var place = (double)first / Blocks;
        var isSlow = dent is { } at && Math.Abs(place - at) < 0.012;
        var speed = (272 - (140 * Math.Pow(place, 1.5)) + ((random.NextDouble() - 0.5) * 6)) * (isSlow ? 0.46 : 1) * (0.95 + pace) * (kind == SegmentKind.Write ? 0.99 : 1);
        var seconds = (last - first + 1) * BlockBytes / (speed * 1e6);
        var measure = new HalfMeasure { Milliseconds = (long)(seconds * 1000) };
        var start = 1_763_600_000 + (long)(index * 760.0);
        return new()
        {
            Index = index,
            Segment = new SurfaceSegment(kind, pass, first, last),
            StartSecond = start,
            EndSecond = start + (long)seconds,
            IsWhole = !isEnd,
            Listed = isEnd ? 8 : 0,
            ReadErrors = 0,
            WriteErrors = 0,
            Mismatches = isEnd ? 8 : 0,
            Write = kind == SegmentKind.Write ? measure : null,
            Read = kind == SegmentKind.Verify ? measure : null,
            HottestCelsius = 41 + (index % 6),
        };
    }
}
