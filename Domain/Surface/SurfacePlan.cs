using System.Collections.Immutable;

namespace Burnin.Domain.Surface;

/// <summary>
/// What is written and read back: passes outermost, segments within, every block once in each pass. A pass is written
/// whole before it is read back, where the engine can: a write that went to a wrong place has then spoilt what was there.
/// </summary>
public sealed record SurfacePlan
{
    /// <summary>What badblocks writes in each pass: the four patterns of <c>badblocks -w</c>, in its order.</summary>
    public static ImmutableArray<int> Patterns { get; } = [0xaa, 0x55, 0xff, 0x00];

    /// <summary>The most that one read or write may take: badblocks counts blocks in 32 bits, the end of an I/O included.</summary>
    public const long MaxIoBytes = 16L << 20;

    private const long MinSegmentBytes = 64L << 20;
    private const long MaxSegmentBytes = 64L << 30;
    private const int SegmentsPerPass = 8;
    private const long SampleBytes = 64L << 20;
    private const int SampleCount = 16;
    private const int SmallestBlockBytes = 4096;
    private const long BlockLimit = (1L << 32) - (MaxIoBytes / SmallestBlockBytes);

    public required int BlockBytes { get; init; }

    public required int Passes { get; init; }

    public required ImmutableArray<SurfaceSegment> Segments { get; init; }

    /// <summary>Bytes in every pass.</summary>
    public required long CoveredBytes { get; init; }

    /// <summary>Bytes that no pass covers: between samples, and at the end where they fill no whole block.</summary>
    public required long UncoveredBytes { get; init; }

    /// <param name="sizeBytes">Capacity of the drive.</param>
    /// <param name="shape">What of it is tested, and how often.</param>
    /// <param name="engine">The one that was chosen; <see cref="SurfaceEngine.Auto"/> stands for fio.</param>
    public static SurfacePlan Of(long sizeBytes, SurfaceShape shape, SurfaceEngine engine)
    {
        var (passes, kinds) = (shape.Mode, engine) switch
        {
            (SurfaceMode.Read, _) => (1, ImmutableArray.Create(SegmentKind.Read)),
            (SurfaceMode.Write, SurfaceEngine.Badblocks) => (shape.Passes, [SegmentKind.WriteVerify]),
            (SurfaceMode.Write, SurfaceEngine.Auto or SurfaceEngine.Fio) => (shape.Passes, [SegmentKind.Write, SegmentKind.Verify]),
        };
        if (!shape.SamplesOnly)
        {
            return Whole(sizeBytes, Math.Clamp(passes, 1, SurfaceShape.MaxPasses), kinds);
        }

        // A sample is smaller than a drive's cache: read back at once it would prove the cache. So it is read once more
        // when all are written.
        return Samples(sizeBytes, kinds is [SegmentKind.WriteVerify] ? [.. kinds, SegmentKind.Verify] : kinds, SampleBytes, SampleCount);
    }

    /// <summary>Samples at the start, at the end and spread between.</summary>
    /// <param name="sizeBytes">Capacity of the drive.</param>
    /// <param name="kinds">What is done with all samples, one after the other.</param>
    /// <param name="sampleBytes">Length of a sample; a drive smaller than all samples together is covered whole.</param>
    /// <param name="samples">How many, at least two.</param>
    internal static SurfacePlan Samples(long sizeBytes, ImmutableArray<SegmentKind> kinds, long sampleBytes, int samples)
    {
        var blockBytes = BlockBytesFor(sizeBytes);
        var blocks = sizeBytes / blockBytes;
        var length = Math.Max(1, sampleBytes / blockBytes);
        var ranges = length * samples >= blocks
            ? Ranges(blocks, length)
            : Enumerable.Range(0, samples).Select(i =>
            {
                // By Int128, since blocks times samples passes 2^63 on no disk yet, and need not be thought about.
                var first = (long)((Int128)(blocks - length) * i / (samples - 1));
                return (First: first, Last: first + length - 1);
            });

        return Of(sizeBytes, passes: 1, [.. ranges], kinds);
    }

    private static SurfacePlan Whole(long sizeBytes, int passes, ImmutableArray<SegmentKind> kinds)
    {
        var blockBytes = BlockBytesFor(sizeBytes);
        var segmentBytes = Math.Clamp(sizeBytes / SegmentsPerPass, MinSegmentBytes, MaxSegmentBytes);
        return Of(sizeBytes, passes, [.. Ranges(sizeBytes / blockBytes, segmentBytes / blockBytes)], kinds);
    }

    private static SurfacePlan Of(long sizeBytes, int passes, ImmutableArray<(long First, long Last)> ranges, ImmutableArray<SegmentKind> kinds)
    {
        var blockBytes = BlockBytesFor(sizeBytes);
        var covered = ranges.Sum(range => range.Last - range.First + 1) * blockBytes;
        return new SurfacePlan
        {
            BlockBytes = blockBytes,
            Passes = passes,
            Segments =
            [
                .. from pass in Enumerable.Range(0, passes)
                   from kind in kinds
                   from range in ranges
                   select new SurfaceSegment(kind, pass, range.First, range.Last),
            ],
            CoveredBytes = covered,
            UncoveredBytes = sizeBytes - covered,
        };
    }

    /// <summary>The smallest block that a 32-bit tool can count all of the disk in.</summary>
    private static int BlockBytesFor(long sizeBytes)
    {
        var blockBytes = SmallestBlockBytes;
        while (sizeBytes / blockBytes >= BlockLimit)
        {
            blockBytes *= 2;
        }

        return blockBytes;
    }

    private static IEnumerable<(long First, long Last)> Ranges(long end, long length)
    {
        for (var first = 0L; first < end; first += length)
        {
            yield return (first, Math.Min(first + length, end) - 1);
        }
    }
}
