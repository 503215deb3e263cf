using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.WebFront.Tests.Fakes;

/// <summary>The stages of a full burn-in that stands where its summary says.</summary>
internal static class ShowroomStages
{
    private static readonly ImmutableArray<(string Name, double Hours)> Full =
        [("precheck", 0.01), ("short_smart", 0.04), ("long_smart", 26), ("surface_validate", 180), ("final_check", 0.01)];

    public static ImmutableArray<StageView> Of(DriveJobView job)
    {
        var current = Full.Select((stage, index) => (stage, index)).FirstOrDefault(each => each.stage.Name == job.Stage, (default, job.StartedAt is null ? -1 : Full.Length)).index;
        var began = job.StartedAt;
        var stages = ImmutableArray.CreateBuilder<StageView>();
        foreach (var (index, (name, hours)) in Full.Index())
        {
            var isDone = index < current;
            stages.Add(new StageView
            {
                Name = name,
                State = isDone ? "passed" : index == current ? "running" : "pending",
                Percent = isDone ? 100 : index == current ? job.StagePercent ?? 0 : 0,
                StartedAt = index <= current ? began : null,
                FinishedAt = isDone ? began?.AddHours(hours) : null,
                Attempts = index <= current ? 1 : 0,
                Reasons = [],
                BadBlocks = [],
                BadBlockCount = 0,
                BlockBytes = 0,
            });
            began = isDone ? began?.AddHours(hours) : began;
        }

        return stages.ToImmutable();
    }
}
