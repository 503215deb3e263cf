using System.Collections.Immutable;

namespace Burnin.Domain.Surface;

/// <summary>What is written and read back: patterns outermost, segments within, every block once in each pattern.</summary>
public sealed record SurfacePlan
{
    /// <summary>The four patterns of <c>badblocks -w</c>, in its order: the disk is left full of zeros.</summary>
    public static ImmutableArray<int> FourPatterns { get; } = [0xaa, 0x55, 0xff, 0x00];

    /// <summary>Blocks per read or write: 4 MiB at 4 KiB blocks, where badblocks is about as fast as the disk.</summary>
    public const int BlocksPerIo = 1024;

    private const long MinSegmentBytes = 64L << 20;
    private const long MaxSegmentBytes = 64L << 30;
    private const int SegmentsPerPattern = 64;

    /// <summary>badblocks counts blocks in 32 bits and wraps round when a chunk reaches beyond that.</summary>
    private const long BlockLimit = (1L << 32) - BlocksPerIo;

    public required int BlockBytes { get; init; }

    public required ImmutableArray<int> Patterns { get; init; }

    public required ImmutableArray<SurfaceSegment> Segments { get; init; }

    /// <summary>Bytes in every pattern.</summary>
    public required long CoveredBytes { get; init; }

    /// <summary>Bytes at the end that fill no whole block.</summary>
    public required long UncoveredBytes { get; init; }

    /// <summary>The whole surface, four patterns.</summary>
    public static SurfacePlan Full(long sizeBytes)
    {
        var segmentBytes = Math.Clamp(sizeBytes / SegmentsPerPattern, MinSegmentBytes, MaxSegmentBytes);
        return Of(sizeBytes, FourPatterns, blocks => Ranges(0, blocks, segmentBytes / BlockBytesFor(sizeBytes)));
    }

    /// <summary>A quick look: samples at the start, at the end and spread between, one pattern.</summary>
    /// <param name="sizeBytes">Capacity of the drive.</param>
    /// <param name="sampleBytes">Length of a sample; a drive smaller than all samples together is covered whole.</param>
    /// <param name="samples">How many, at least two.</param>
    public static SurfacePlan Samples(long sizeBytes, long sampleBytes, int samples) => Of(sizeBytes, [0xaa], blocks =>
    {
        var length = Math.Max(1, sampleBytes / BlockBytesFor(sizeBytes));
        return length * samples >= blocks
            ? Ranges(0, blocks, length)
            : Enumerable.Range(0, samples).Select(i =>
            {
                // By Int128, since blocks times samples passes 2^63 on no disk yet, and need not be thought about.
                var first = (long)((Int128)(blocks - length) * i / (samples - 1));
                return (First: first, Last: first + length - 1);
            });
    });

    /// <summary>The smallest block that a 32-bit tool can count all of the disk in.</summary>
    public static int BlockBytesFor(long sizeBytes)
    {
        var blockBytes = 4096;
        while (sizeBytes / blockBytes >= BlockLimit)
        {
            blockBytes *= 2;
        }

        return blockBytes;
    }

    private static SurfacePlan Of(long sizeBytes, ImmutableArray<int> patterns, Func<long, IEnumerable<(long First, long Last)>> rangesOf)
    {
        var blockBytes = BlockBytesFor(sizeBytes);
        var ranges = rangesOf(sizeBytes / blockBytes).ToList();
        var covered = ranges.Sum(range => range.Last - range.First + 1) * blockBytes;
        return new SurfacePlan
        {
            BlockBytes = blockBytes,
            Patterns = patterns,
            Segments = [.. patterns.SelectMany(pattern => ranges.Select(range => new SurfaceSegment(pattern, range.First, range.Last)))],
            CoveredBytes = covered,
            UncoveredBytes = sizeBytes - covered,
        };
    }

    private static IEnumerable<(long First, long Last)> Ranges(long first, long end, long length)
    {
        for (; first < end; first += length)
        {
            yield return (first, Math.Min(first + length, end) - 1);
        }
    }
}
