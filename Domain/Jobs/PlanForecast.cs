using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;

namespace Burnin.Domain.Jobs;

/// <summary>What a plan will ask of a drive, stage by stage, before anybody has said yes to it.</summary>
public static class PlanForecast
{
    /// <param name="plan">The stages.</param>
    /// <param name="target">The drive.</param>
    /// <param name="nas">Where it sits; null where that NAS is gone.</param>
    public static ImmutableArray<StageForecast> Of(JobPlan.Accepted plan, DriveTarget target, NasConnection? nas) =>
        [.. plan.Stages.Select(stage => Of(stage, plan.Surface, target, StageEstimates.SecondsOn(nas, stage, target.SizeBytes, target.Medium, plan.Surface)))];

    private static StageForecast Of(StageName stage, SurfaceChoice surface, DriveTarget target, double seconds) => stage switch
    {
        StageName.Precheck or StageName.FinalCheck or StageName.ShortSmart => new StageForecast(stage, seconds),
        StageName.LongSmart => new StageForecast(stage, seconds, ReadBytes: target.SizeBytes),
        StageName.SurfaceValidate or StageName.IoValidate => OfSurface(stage, surface, target, seconds),
    };

    /// <summary>Counted over the very segments that would be run.</summary>
    private static StageForecast OfSurface(StageName stage, SurfaceChoice surface, DriveTarget target, double seconds)
    {
        var plan = surface.ToOrder(target.Medium, samplesOnly: stage == StageName.IoValidate).PlanFor(target.SizeBytes, surface.Engine);
        return new StageForecast(
            stage,
            seconds,
            WrittenBytes: BytesOf(SegmentKind.Write, SegmentKind.WriteVerify),
            ReadBytes: BytesOf(SegmentKind.Read, SegmentKind.Verify, SegmentKind.WriteVerify),
            plan.Passes);

        long BytesOf(params SegmentKind[] kinds) =>
            plan.Segments.Where(segment => kinds.Contains(segment.Kind)).Sum(segment => segment.Blocks) * plan.BlockBytes;
    }
}
