using System.Globalization;
using Burnin.Domain.Speed;
using Burnin.Domain.Surface;
using Burnin.History.Evidence;

namespace Burnin.History.Surface;

/// <summary>What pages show of surface stages, read anew from the segments that were kept.</summary>
public sealed class SurfaceHistory
{
    private readonly EvidenceHistory _evidence;

    internal SurfaceHistory(EvidenceHistory evidence) => _evidence = evidence;

    /// <summary>One for each surface stage that has ended, in order.</summary>
    /// <param name="jobId">Whose.</param>
    /// <param name="sizeBytes">Of the drive.</param>
    /// <param name="kept">All that is kept of the job.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<SurfaceRun>> ReadAsync(
        string jobId, long sizeBytes, IReadOnlyList<EvidenceRecord> kept, CancellationToken cancellationToken)
    {
        var runs = new List<SurfaceRun>();
        foreach (var record in kept.Where(record => record.Name == SegmentsFile.Name))
        {
            if (await _evidence.ReadAsync(jobId, (int)record.Stage, record.Name, cancellationToken) is { } text
                && SegmentsFile.Parse(text.Utf8.Span) is { Segments.Count: > 0 } file)
            {
                runs.Add(RunOf((int)record.Stage, sizeBytes, file));
            }
        }

        return runs;
    }

    private static SurfaceRun RunOf(int stage, long sizeBytes, SegmentsFile file)
    {
        var curve = SpeedCurve.Of(sizeBytes, file.BlockBytes, file.Engine, file.Segments);
        return new()
        {
            Stage = stage,
            Engine = file.Engine,
            BlockBytes = file.BlockBytes,
            Passes = [.. Enumerable.Range(0, Math.Max(file.Passes, file.Segments.Max(segment => segment.Segment.Pass) + 1))
                .Select(pass => PassOf(pass, sizeBytes, file, [.. file.Segments.Where(segment => segment.Segment.Pass == pass)]))],
            Speeds = [.. (curve?.Lanes ?? []).Select(lane => new SpeedTrace(DirectionOf(lane.Direction), lane.BytesPerSecond, lane.MeanBytesPerSecond))],
            SlowSpots = [.. (curve?.Dents ?? []).Select(dent => new SlowSpot(dent.FromByte, dent.ToByte, dent.Ratio))],
            FaultyBlocks =
            [
                .. file.BadBlocks.OrderBy(block => block.Pass).ThenBy(block => block.Block)
                    .Select(block => new FaultyBlock(NameOf(file.Engine, block.Pass), block.Block, WordOf(block.Fault), block.IsConfirmed)),
            ],
            HottestCelsius = file.Segments.Max(segment => segment.HottestCelsius),
        };
    }

    private static SurfacePass PassOf(int pass, long sizeBytes, SegmentsFile file, IReadOnlyList<FinishedSegment> segments) => new()
    {
        Name = NameOf(file.Engine, pass),
        WrittenPercent = PercentOf(segments, sizeBytes, file.BlockBytes, SegmentKind.Write, SegmentKind.WriteVerify),
        ReadPercent = PercentOf(segments, sizeBytes, file.BlockBytes, SegmentKind.Verify, SegmentKind.WriteVerify, SegmentKind.Read),
        Errors = segments.Sum(segment => segment.Errors),
        Seconds = segments.Sum(segment => Math.Max(0, segment.EndSecond - segment.StartSecond - segment.HeldSeconds)),
    };

    private static double? PercentOf(IReadOnlyList<FinishedSegment> segments, long sizeBytes, int blockBytes, params ReadOnlySpan<SegmentKind> kinds)
    {
        var (isAny, bytes) = (false, 0.0);
        foreach (var segment in segments)
        {
            if (kinds.Contains(segment.Segment.Kind))
            {
                isAny = true;
                bytes += segment.IsWhole ? (double)segment.Segment.Blocks * blockBytes : 0;
            }
        }

        // A last block that is smaller than the others is still the end of the drive.
        return !isAny ? null : sizeBytes <= 0 || sizeBytes - bytes < blockBytes ? 100 : 100 * bytes / sizeBytes;
    }

    /// <summary>badblocks writes its patterns; what fio writes has no name.</summary>
    private static string NameOf(string? engine, int pass) => engine == "badblocks" && pass < SurfacePlan.Patterns.Length
        ? string.Create(CultureInfo.InvariantCulture, $"0x{SurfacePlan.Patterns[pass]:X2}")
        : string.Create(CultureInfo.InvariantCulture, $"pass {pass + 1}");

    private static string DirectionOf(SpeedDirection direction) => direction switch
    {
        SpeedDirection.Write => "write",
        SpeedDirection.Read => "read",
    };

    private static string WordOf(BlockFault fault) => fault switch
    {
        BlockFault.Unreadable => "could not be read",
        BlockFault.Unwritable => "could not be written",
        BlockFault.Different => "came back different",
        BlockFault.UnreadableOrDifferent => "could not be read, or came back different",
    };
}
