using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;

namespace Burnin.WebFront.Tests.Fakes;

internal sealed class FakeDriveGrain(FakeWorld world) : Grain, IDriveGrain
{
    private string Id => GrainKeys.NameIn(this.GetPrimaryKeyString());

    public async Task<StartBurnInResult> StartAsync(StartBurnIn wish, CancellationToken cancellationToken = default)
    {
        world.Starts.Enqueue((Id, wish));
        if (world.StartAnswers.TryGetValue(Id, out var answer))
        {
            return answer();
        }

        if (!world.Drives.TryGetValue(Id, out var drive))
        {
            return new StartBurnInResult.UnknownDrive();
        }

        if (drive.InUse is [_, ..] && (wish.OverrideStaleLabel != drive.Serial || drive.InUse.Any(fact => fact.Code is not ("signature" or "partitions"))))
        {
            return new StartBurnInResult.InUse(drive.InUse);
        }

        var job = Showroom.Queued(world.NextJobId(), wish.Operator);
        world.Drives[Id] = drive with { Status = "queued", InUse = [], Job = job };
        world.Jobs[job.JobId] = Showroom.JobOf(world.Drives[Id]);
        await GrainFactory.Feed(drive.Nas).DriveChangedAsync(world.Drives[Id]);
        return new StartBurnInResult.Started(job.JobId);
    }

    public Task<PlanBurnInResult> PlanAsync(StartBurnIn wish) => Task.FromResult<PlanBurnInResult>(
        !world.Drives.TryGetValue(Id, out var drive) ? new PlanBurnInResult.Refused(new StartBurnInResult.UnknownDrive())
        : drive.InUse is [_, ..] ? new PlanBurnInResult.Refused(new StartBurnInResult.InUse(drive.InUse))
        : new PlanBurnInResult.Planned(new PlanView
        {
            Nas = drive.Nas,
            Profile = wish.Profile ?? "custom",
            Erases = true,
            Stages = [new PlannedStageView("precheck", 5, 0, 0, 0), new PlannedStageView("surface_validate", 3600, 4 * drive.SizeBytes, 4 * drive.SizeBytes, 4)],
        }));

    public Task<DriveView?> GetAsync() => Task.FromResult(world.Drives.GetValueOrDefault(Id));

    public async Task<DriveView?> EditAsync(string? location, string? notes)
    {
        if (!world.Drives.TryGetValue(Id, out var drive))
        {
            return null;
        }

        var edited = drive with { Location = location ?? drive.Location, Notes = notes ?? drive.Notes };
        world.Drives[Id] = edited;
        await GrainFactory.Feed(drive.Nas).DriveChangedAsync(edited);
        return edited;
    }

    public Task<DriveView> SeenAsync(DriveSighting sighting) => throw new NotSupportedException();

    public Task<DriveView?> MissingAsync(string nas) => throw new NotSupportedException();

    public Task JobReportedAsync(DriveJobView job) => throw new NotSupportedException();
}
