using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.WebFront.Tests.Fakes;

internal sealed class FakeBurnInJobGrain(FakeWorld world, TimeProvider clock) : Grain, IBurnInJobGrain
{
    private string Id => GrainKeys.NameIn(this.GetPrimaryKeyString());

    public Task CreateAsync(NewJob job) => throw new NotSupportedException();

    public Task<JobView?> GetAsync() => Task.FromResult(world.Jobs.GetValueOrDefault(Id));

    public async Task<CancelJobResult> CancelAsync(string by, CancellationToken cancellationToken = default)
    {
        if (world.CancelAnswers.TryGetValue(Id, out var answer))
        {
            return answer();
        }

        if (!world.Jobs.TryGetValue(Id, out var job))
        {
            return new CancelJobResult.UnknownJob();
        }

        if (job.IsOver)
        {
            return new CancelJobResult.AlreadyOver(job.Summary.State);
        }

        var summary = job.Summary with { State = "cancelled", Stage = null, FinishedAt = clock.GetUtcNow(), Revision = job.Summary.Revision + 1 };
        world.Jobs[Id] = job with { Summary = summary, IsOver = true };
        world.Drives[job.DriveId] = world.Drives[job.DriveId] with { Status = "cancelled", Job = summary };
        await GrainFactory.Feed(job.Nas).DriveChangedAsync(world.Drives[job.DriveId]);
        return new CancelJobResult.Cancelled();
    }

    public Task EnsureRunningAsync() => throw new NotSupportedException();

    public Task LeaseGrantedAsync() => throw new NotSupportedException();

    public Task ObserveAsync(long epoch) => throw new NotSupportedException();
}
