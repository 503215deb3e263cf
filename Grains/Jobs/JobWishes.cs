using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.Grains.Jobs;

/// <summary>What people want of a job under way: stored first, then followed as far as the world allows just now.</summary>
internal sealed class JobWishes(JobKeeper keeper, JobLoop loop)
{
    private BurnInJob? Job => keeper.Job;

    public async Task<CancelJobResult> CancelAsync(string by, CancellationToken cancellationToken)
    {
        if (Job is not { HasEnded: false })
        {
            return Job is null ? new CancelJobResult.UnknownJob() : new CancelJobResult.AlreadyOver(Job.StateWord);
        }

        await loop.FollowAsync(new JobInput.CancelAsked(by), cancellationToken);
        return Job.HasEnded
            ? new CancelJobResult.Cancelled()
            : new CancelJobResult.Cancelling(Job.Trouble ?? "The host has not proved yet that nothing is left running.");
    }

    public async Task<GiveUpJobResult> GiveUpAsync(string by, string serial, CancellationToken cancellationToken)
    {
        switch (Job)
        {
            case null:
                return new GiveUpJobResult.UnknownJob();
            case { HasEnded: true }:
                return new GiveUpJobResult.AlreadyOver(Job.StateWord);
            case { CancelledBy: null }:
                return new GiveUpJobResult.NotCancelling(Job.StateWord);
            case { Target.Serial: var expected } when serial.Trim() != expected:
                return new GiveUpJobResult.WrongSerial(expected);
        }

        // Asked once more first: what can be proved is not given up.
        await loop.FollowAsync(new JobInput.CancelAsked(by), cancellationToken);
        if (Job.HasEnded)
        {
            return new GiveUpJobResult.Cancelled();
        }

        var why = Job.Trouble ?? "The host has not proved yet that nothing is left running.";
        await loop.FollowAsync(new JobInput.GiveUpAsked(by), cancellationToken);
        return new GiveUpJobResult.GivenUp(why);
    }

    public async Task<PauseJobResult> PauseAsync(string by, CancellationToken cancellationToken)
    {
        if (Job is not { } job)
        {
            return new PauseJobResult.UnknownJob();
        }

        if (job.HasEnded || job.CancelledBy is not null)
        {
            return new PauseJobResult.AlreadyOver(job.HasEnded ? job.StateWord : "cancelling");
        }

        await loop.FollowAsync(new JobInput.PauseAsked(by), cancellationToken);
        return Job switch
        {
            { HasEnded: true } => new PauseJobResult.AlreadyOver(Job.StateWord),
            { Run.Hold: RunHold.Wanted } => new PauseJobResult.Pausing(Job.Trouble ?? "The host has not proved yet that the run stands still."),
            _ => new PauseJobResult.Paused(Job.Held ?? ""),
        };
    }

    public async Task<ResumeJobResult> ResumeAsync(string by, CancellationToken cancellationToken)
    {
        if (Job is not { } job)
        {
            return new ResumeJobResult.UnknownJob();
        }

        if (job.HasEnded || job.CancelledBy is not null)
        {
            return new ResumeJobResult.AlreadyOver(job.HasEnded ? job.StateWord : "cancelling");
        }

        if (job.PausedBy is null)
        {
            return new ResumeJobResult.NotPaused(job.Held);
        }

        await loop.FollowAsync(new JobInput.ResumeAsked(by), cancellationToken);
        return Job.Run?.Hold == RunHold.Releasing
            ? new ResumeJobResult.Resuming(Job.Trouble ?? "The host has not let the run go on yet.")
            : new ResumeJobResult.Resumed(Job.StateWord);
    }
}
