using System.Globalization;
using Burnin.Domain.Jobs;

namespace Burnin.Domain.Surface;

/// <summary>How far a surface run is, over the whole plan. Writing and reading back are half of a segment each.</summary>
public static class SurfaceProgress
{
    /// <summary>Below this the speed of the segment in hand says little, and the one before it says more.</summary>
    private const long SettledSeconds = 10;

    public static RunProgress Of(SurfacePlan plan, IReadOnlyCollection<FinishedSegment> finished, CurrentSegment? current, long nowSecond)
    {
        var done = finished.Where(segment => IsOf(plan, segment)).DistinctBy(segment => segment.Index).ToList();
        var inHand = current is not null && current.Index >= 0 && current.Index < plan.Segments.Length
            && done.All(segment => segment.Index != current.Index) ? current : null;
        var halves = done.Sum(segment => segment.Segment.Blocks * 2.0) + BlocksOf(plan, inHand);
        var all = plan.Segments.Sum(segment => segment.Blocks * 2.0);

        return new RunProgress
        {
            Percent = all > 0 ? Math.Clamp(100 * halves / all, 0, 100) : 0,
            Phase = inHand is null ? null : PhaseOf(plan.Segments[inHand.Index].Pattern, inHand.Progress),
            BytesPerSecond = SpeedOf(plan, done, inHand, nowSecond),
            Errors = finished.Sum(segment => segment.Errors) + (inHand?.Progress.Errors ?? 0),
        };
    }

    internal static bool IsOf(SurfacePlan plan, FinishedSegment finished) =>
        finished.Index >= 0 && finished.Index < plan.Segments.Length && plan.Segments[finished.Index] == finished.Segment;

    private static string PhaseOf(int pattern, BadblocksProgress progress) =>
        string.Create(CultureInfo.InvariantCulture, $"0x{pattern:x2} {(progress.IsVerifying ? "verify" : "write")}");

    /// <summary>Blocks written plus blocks read back in the segment in hand.</summary>
    private static double BlocksOf(SurfacePlan plan, CurrentSegment? current)
    {
        if (current is null)
        {
            return 0;
        }

        var (segment, progress) = (plan.Segments[current.Index], current.Progress);
        if (progress.IsCompleted)
        {
            return segment.Blocks * 2.0;
        }

        var inHalf = progress.IsHalfDone
            ? segment.Blocks
            : Math.Clamp((progress.Percent / 100 * (segment.LastBlock + 1)) - segment.FirstBlock, 0, segment.Blocks);
        return progress.IsVerifying ? segment.Blocks + inHalf : inHalf;
    }

    private static long? SpeedOf(SurfacePlan plan, List<FinishedSegment> done, CurrentSegment? current, long nowSecond)
    {
        var seconds = current is null ? 0 : nowSecond - current.StartSecond;
        if (seconds >= SettledSeconds && BlocksOf(plan, current) is > 0 and var blocks)
        {
            return (long)(blocks * plan.BlockBytes / seconds);
        }

        // Whole seconds are coarse where segments are short, so the last ones are taken together.
        var recent = done.OrderByDescending(segment => segment.Index).Take(8).ToList();
        var spent = recent.Sum(segment => Math.Max(0, segment.EndSecond - segment.StartSecond));
        return spent > 0 ? (long)(recent.Sum(segment => segment.Segment.Blocks * 2.0) * plan.BlockBytes / spent) : null;
    }
}
