using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.WebFront.Tests.Fakes;

internal sealed class FakeBurnInJobGrain(FakeWorld world, TimeProvider clock) : Grain, IBurnInJobGrain
{
    private string Id => GrainKeys.NameIn(this.GetPrimaryKeyString());

    public Task CreateAsync(NewJob job) => throw new NotSupportedException();

    public Task<JobView?> GetAsync() => world.JobFailure is { } failure ? throw failure() : Task.FromResult(world.Jobs.GetValueOrDefault(Id));

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

        await ShowCancelledAsync(job);
        return new CancelJobResult.Cancelled();
    }

    public async Task<GiveUpJobResult> GiveUpAsync(string by, string serial, CancellationToken cancellationToken = default)
    {
        if (world.GiveUpAnswers.TryGetValue(Id, out var answer))
        {
            return answer();
        }

        if (!world.Jobs.TryGetValue(Id, out var job))
        {
            return new GiveUpJobResult.UnknownJob();
        }

        if (job.IsOver)
        {
            return new GiveUpJobResult.AlreadyOver(job.Summary.State);
        }

        if (serial != job.Serial)
        {
            return new GiveUpJobResult.WrongSerial(job.Serial);
        }

        await ShowCancelledAsync(job with { GivenUpBy = by });
        return new GiveUpJobResult.GivenUp("Process 7 still holds the disk.");
    }

    private async Task ShowCancelledAsync(JobView job)
    {
        var summary = job.Summary with { State = "cancelled", Stage = null, FinishedAt = clock.GetUtcNow(), Revision = job.Summary.Revision + 1 };
        world.Jobs[Id] = job with { Summary = summary, IsOver = true };
        world.Drives[job.DriveId] = world.Drives[job.DriveId] with { Status = "cancelled", Job = summary };
        await GrainFactory.Feed(job.Nas).DriveChangedAsync(world.Drives[job.DriveId]);
    }

    public async Task<PauseJobResult> PauseAsync(string by, CancellationToken cancellationToken = default)
    {
        if (!world.Jobs.TryGetValue(Id, out var job))
        {
            return new PauseJobResult.UnknownJob();
        }

        if (job.IsOver)
        {
            return new PauseJobResult.AlreadyOver(job.Summary.State);
        }

        if (world.PauseAnswers.TryGetValue(Id, out var answer))
        {
            return answer();
        }

        await ShowAsync(job, job.Summary with { State = "paused", PausedBy = by, Held = $"Paused by {by}.", BytesPerSecond = null, Eta = null });
        return new PauseJobResult.Paused($"Paused by {by}.");
    }

    public async Task<ResumeJobResult> ResumeAsync(string by, CancellationToken cancellationToken = default)
    {
        if (!world.Jobs.TryGetValue(Id, out var job))
        {
            return new ResumeJobResult.UnknownJob();
        }

        if (job.IsOver)
        {
            return new ResumeJobResult.AlreadyOver(job.Summary.State);
        }

        if (job.Summary.PausedBy is null)
        {
            return new ResumeJobResult.NotPaused(job.Summary.Held);
        }

        var state = job.Summary.StartedAt is null ? "queued" : "running";
        await ShowAsync(job, job.Summary with { State = state, PausedBy = null, Held = null });
        return new ResumeJobResult.Resumed(state);
    }

    public Task<RejudgeJobResult> RejudgeAsync(string policy, string? storedBy, CancellationToken cancellationToken = default) => Task.FromResult<RejudgeJobResult>(
        !world.Jobs.TryGetValue(Id, out var job) ? new RejudgeJobResult.UnknownJob()
        : policy is not ("new" or "used" or "classic") ? new RejudgeJobResult.UnknownPolicy("new, used, classic")
        : job.Summary.Verdict is not { } verdict ? new RejudgeJobResult.NoVerdict(job.Summary.State)
        : new RejudgeJobResult.Judged(
            new JudgementView
            {
                Policy = $"{policy}@1",
                Verdict = "pass_with_notes",
                Reasons = [new ReasonView { Code = "reallocated_sectors", Severity = "note", Text = "Reallocated sectors: 4, the same as before the test.", Rule = $"{policy}@1", Before = 4, After = 4, Limit = 4 }],
                By = storedBy,
            },
            verdict));

    private async Task ShowAsync(JobView job, DriveJobView summary)
    {
        summary = summary with { Revision = summary.Revision + 1 };
        world.Jobs[Id] = job with { Summary = summary };
        world.Drives[job.DriveId] = world.Drives[job.DriveId] with { Status = summary.State, Job = summary };
        await GrainFactory.Feed(job.Nas).DriveChangedAsync(world.Drives[job.DriveId]);
    }

    public Task EnsureRunningAsync() => throw new NotSupportedException();

    public Task LeaseGrantedAsync() => throw new NotSupportedException();

    public Task ObserveAsync(long epoch) => throw new NotSupportedException();
}
