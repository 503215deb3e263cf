using System.Globalization;
using Burnin.Domain.Jobs;

namespace Burnin.Domain.Surface;

/// <summary>How far a surface run is, over the whole plan. A block that is written and read back is work done twice.</summary>
public static class SurfaceProgress
{
    /// <summary>Below this the speed of the segment in hand says little, and the one before it says more.</summary>
    private const long SettledSeconds = 10;

    public static RunProgress Of(SurfacePlan plan, IReadOnlyCollection<FinishedSegment> finished, CurrentSegment? current, long nowSecond)
    {
        var done = finished.Where(segment => IsOf(plan, segment)).DistinctBy(segment => segment.Index).ToList();
        var inHand = current is not null && current.Index >= 0 && current.Index < plan.Segments.Length
            && done.All(segment => segment.Index != current.Index) ? current : null;
        var work = done.Sum(segment => (double)segment.Segment.Work) + BlocksOf(plan, inHand);
        var all = plan.Segments.Sum(segment => (double)segment.Work);

        return new RunProgress
        {
            Percent = all > 0 ? Math.Clamp(100 * work / all, 0, 100) : 0,
            Phase = inHand is null ? null : PhaseOf(plan, plan.Segments[inHand.Index], inHand.IsReading),
            BytesPerSecond = SpeedOf(plan, done, inHand, nowSecond),
            Errors = finished.Sum(segment => segment.Errors) + (inHand?.Errors ?? 0),
        };
    }

    internal static bool IsOf(SurfacePlan plan, FinishedSegment finished) =>
        finished.Index >= 0 && finished.Index < plan.Segments.Length && plan.Segments[finished.Index] == finished.Segment;

    /// <param name="passes">How many there are.</param>
    /// <param name="pass">Counted from 0.</param>
    /// <param name="half"><c>write</c>, <c>verify</c> or <c>read</c>.</param>
    public static string PhaseOf(int passes, int pass, string half) =>
        passes == 1 ? half : string.Create(CultureInfo.InvariantCulture, $"pass {pass + 1} of {passes}, {half}");

    private static string PhaseOf(SurfacePlan plan, SurfaceSegment segment, bool isReading) =>
        PhaseOf(plan.Passes, segment.Pass, segment.Kind == SegmentKind.Read ? "read" : isReading ? "verify" : "write");

    private static double BlocksOf(SurfacePlan plan, CurrentSegment? current) =>
        current is null ? 0 : Math.Clamp(current.DoneBlocks, 0, plan.Segments[current.Index].Work);

    private static long? SpeedOf(SurfacePlan plan, List<FinishedSegment> done, CurrentSegment? current, long nowSecond)
    {
        var seconds = current is null ? 0 : nowSecond - current.StartSecond - current.HeldSeconds;
        if (seconds >= SettledSeconds && BlocksOf(plan, current) is > 0 and var blocks)
        {
            return (long)(blocks * plan.BlockBytes / seconds);
        }

        // Whole seconds are coarse where segments are short, so the last ones are taken together.
        var recent = done.OrderByDescending(segment => segment.Index).Take(8).ToList();
        var spent = recent.Sum(segment => Math.Max(0, segment.EndSecond - segment.StartSecond - segment.HeldSeconds));
        return spent > 0 ? (long)(recent.Sum(segment => (double)segment.Segment.Work) * plan.BlockBytes / spent) : null;
    }
}
