namespace Burnin.Domain.Jobs;

/// <summary>How long the run in hand has shown no change while it was in sight and nobody held it.</summary>
/// <param name="SeenAt">When it was last in sight.</param>
/// <param name="Lasts">Added up from sight to sight, so that time nobody looked is never held against the drive.</param>
public sealed record RunStillness(DateTimeOffset SeenAt, TimeSpan Lasts)
{
    /// <summary>A run is reported about every second: a longer silence was not seen.</summary>
    private static readonly TimeSpan LongestSight = TimeSpan.FromMinutes(1);

    public static RunStillness After(BurnInJob job, RunProgress next, DateTimeOffset now)
    {
        var before = job.Progress;
        var isStill = job is { Stillness: not null, Run.Hold: RunHold.None or RunHold.Impossible } && next.Held is null
            && before is { Held: null } && before.Percent == next.Percent && before.Errors == next.Errors && before.Phase == next.Phase;
        if (!isStill)
        {
            return new RunStillness(now, TimeSpan.Zero);
        }

        var gap = now - job.Stillness!.SeenAt;
        return new RunStillness(now, job.Stillness.Lasts + (gap < TimeSpan.Zero ? TimeSpan.Zero : gap > LongestSight ? LongestSight : gap));
    }
}
