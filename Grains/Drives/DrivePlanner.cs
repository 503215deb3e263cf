using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Jobs;
using Burnin.Grains.Nases;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Drives;

/// <summary>Says what a start would ask of a drive, by what its NAS has said last. The start itself looks anew.</summary>
internal sealed class DrivePlanner(NasOpener nases, IOptionsMonitor<BurnInOptions> options)
{
    public async Task<PlanBurnInResult> PlanAsync(DriveSighting? place, bool isMissing, DriveJobView? job, StartBurnIn wish)
    {
        if (place is null)
        {
            return new PlanBurnInResult.Refused(new StartBurnInResult.UnknownDrive());
        }

        var sketch = JobPlan.SketchOf(wish.ToWish(), place.Serial, options.CurrentValue.UsualSurface, options.CurrentValue.Policy);
        if (sketch is JobPlan.Invalid invalid)
        {
            return new PlanBurnInResult.Refused(new StartBurnInResult.Invalid(invalid.Code, invalid.Reason));
        }

        if (job is { FinishedAt: null, JobId: var busy })
        {
            return new PlanBurnInResult.Refused(new StartBurnInResult.Busy(busy));
        }

        var plan = (JobPlan.Accepted)sketch;
        var (target, facts) = (place.ToTarget(), isMissing ? null : place.ToFacts());
        var refusals = StartGuard.RefusalsOf(target, facts, plan.Surface.WithLabelsOn(facts), plan.TestsSurface);
        return refusals.IsEmpty
            ? new PlanBurnInResult.Planned(new PlanView
            {
                Nas = place.Nas,
                Profile = plan.Profile,
                Erases = plan.IsDestructive,
                Stages = [.. PlanForecast.Of(plan, target, await nases.ConnectionOrNullAsync(place.Nas)).Select(stage =>
                    new PlannedStageView(stage.Stage.Wire, stage.Seconds, stage.WrittenBytes, stage.ReadBytes, stage.Passes))],
            })
            : new PlanBurnInResult.Refused(new StartBurnInResult.InUse(refusals.ToViews()));
    }
}
