using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.Grains.Jobs;

/// <summary>Does one thing after the other for a job, until it has to wait for the world.</summary>
internal sealed class JobLoop(JobKeeper keeper, JobStepRunner steps, JobWatcher watcher, IBurnInJobGrain self)
{
    /// <summary>A job in the queue is called when its turn comes; it asks by itself only now and then.</summary>
    private const int TicksBetweenRequests = 6;

    private bool _isMine;
    private int _ticksUntilRequest;

    /// <summary>A job that was just made needs no other epoch than its first.</summary>
    public void Own() => _isMine = true;

    public void RequestAtOnce() => _ticksUntilRequest = 0;

    /// <summary>Raises and stores the epoch before anything else: what an older activation orders from now on is refused.</summary>
    public async Task TakeOverAsync()
    {
        if (!_isMine)
        {
            _isMine = await keeper.TellAsync(new JobInput.TakenOver()) || keeper.Job!.IsOver;
        }
    }

    /// <summary>Stores a person's wish, and follows it as far as the world allows just now.</summary>
    public async Task FollowAsync(JobInput wish, CancellationToken cancellationToken)
    {
        await TakeOverAsync();
        await keeper.TellAsync(wish);
        RequestAtOnce();
        await AdvanceAsync(cancellationToken);
    }

    public async Task AdvanceAsync(CancellationToken cancellationToken)
    {
        while (JobMachine.NextStep(keeper.Job!) is { } step)
        {
            if (step is JobStep.Watch watch)
            {
                if (await watcher.FollowAsync(steps.NasOf(keeper.Job!), watch.Order, self) is { } trouble)
                {
                    await keeper.TellAsync(trouble);
                }

                return;
            }

            // What is about to stand still goes on being watched meanwhile: its end may come first.
            if (step is not (JobStep.Hold or JobStep.Release))
            {
                watcher.Stop();
            }

            if (step is JobStep.Rest || (step is JobStep.AcquireLease && _ticksUntilRequest-- > 0))
            {
                return;
            }

            if (!await keeper.TellAsync(await steps.RunAsync(keeper.Job!, step, cancellationToken)))
            {
                _ticksUntilRequest = TicksBetweenRequests;
                return;
            }
        }
    }
}
