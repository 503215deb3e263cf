using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.WebFront.Live;

namespace Burnin.WebFront.BurnIns;

/// <summary>Asks many drives what a start would mean for them, and reckons when all would be done.</summary>
internal sealed class FleetPlan(IGrainFactory grains, FleetPictures fleet, TimeProvider clock)
{
    private const string WholeFleet = "fleet";

    public async Task<PlanAnswer> PlanAsync(IReadOnlyList<string> driveIds, StartBurnIn wish)
    {
        var answers = await Task.WhenAll(driveIds.Select(async id => (Id: id, Answer: await grains.Drive(id).PlanAsync(wish))));
        var plans = answers.Where(one => one.Answer is PlanBurnInResult.Planned).Select(one => (one.Id, ((PlanBurnInResult.Planned)one.Answer).Plan)).ToList();
        var now = clock.GetUtcNow();
        var times = await TimesAsync(now, [.. plans.Select(one => (one.Plan.Nas, SecondsOf(one.Plan)))]);
        return new PlanAnswer(
            [.. plans.Zip(times, (one, time) => new PlannedDrive(one.Id, one.Plan.Profile, one.Plan.Erases, SecondsOf(one.Plan), time.From, time.To, one.Plan.Stages))],
            [.. answers.Where(one => one.Answer is PlanBurnInResult.Refused).Select(one => RefusedStart.Of(one.Id, ((PlanBurnInResult.Refused)one.Answer).Why))],
            plans.Sum(one => one.Plan.Stages.Sum(stage => stage.WrittenBytes)),
            plans.Sum(one => one.Plan.Stages.Sum(stage => stage.ReadBytes)),
            times.Count(time => time.From > now),
            times.Count > 0 ? times.Max(time => time.To) : null);
    }

    private async Task<IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)>> TimesAsync(DateTimeOffset now, IReadOnlyList<(string Nas, double Seconds)> drives)
    {
        if (drives.Count == 0)
        {
            return [];
        }

        var ends = (await fleet.GetAllAsync())
            .SelectMany(picture => picture.Drives)
            .Where(drive => drive.Job is { FinishedAt: null })
            .DistinctBy(drive => drive.Job!.JobId)
            .ToDictionary(drive => drive.Job!.JobId, drive => drive.Job!.Eta, StringComparer.Ordinal);
        var names = drives.Select(drive => drive.Nas).Append(WholeFleet).Distinct(StringComparer.Ordinal);
        var slots = (await Task.WhenAll(names.Select(async name => (name, Slots: await SlotsAsync(name, ends)))))
            .ToDictionary(pair => pair.name, pair => pair.Slots, StringComparer.Ordinal);
        return QueueForecast.Of(now, drives, nas => slots[nas], slots[WholeFleet]);
    }

    private async Task<Slots> SlotsAsync(string name, Dictionary<string, DateTimeOffset?> ends)
    {
        var governor = await grains.Governor(name).GetAsync();
        return new Slots(governor.Limit, [.. governor.Holders.Select(job => ends.GetValueOrDefault(job))], governor.Waiting.Length);
    }

    private static double SecondsOf(PlanView plan) => plan.Stages.Sum(stage => stage.Seconds);
}
