using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Nases;
using Burnin.Grains.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Burnin.Grains.Jobs;

/// <summary>
/// One burn-in: asks <see cref="JobMachine"/> what is to be done, does it, stores what came of it, and again. The
/// run itself is the host's; this is a visitor that can be killed at any time.
/// </summary>
[GrainType("job")]
internal sealed partial class BurnInJobGrain(
    [PersistentState("job", StorageNames.Burnin)] IPersistentState<Stored<JobRecord>> stored,
    JobStepRunner steps,
    JobOutbox outbox,
    NasOpener nases,
    IOptions<BurnInOptions> options,
    TimeProvider clock,
    ILogger<BurnInJobGrain> logger) : Grain, IBurnInJobGrain, IRemindable
{
    private const string WakeUp = "wake-up";

    /// <summary>A job in the queue is called when its turn comes; it asks by itself only now and then.</summary>
    private const int TicksBetweenRequests = 6;

    private readonly JobWatcher _watcher = new(logger);
    private JobKeeper _keeper = null!;
    private IGrainTimer? _ticks;
    private bool _isMine;
    private int _ticksUntilRequest;

    private string Id => GrainKeys.NameIn(this.GetPrimaryKeyString());
    private BurnInJob? Job => _keeper.Job;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var policy = new JobPolicy { CriticalCelsius = options.Value.TempCritC };
        _keeper = new JobKeeper(new GrainRecord<JobRecord>(stored), outbox, policy, GrainFactory, clock, logger);
        StartTicking();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _watcher.Stop();
        return Task.CompletedTask;
    }

    public async Task CreateAsync(NewJob job)
    {
        if (Job is null)
        {
            // The reminder first: one without a job ends itself, a job without one might never be taken up.
            var created = job.ToJob(Id, await nases.ConnectionOrNullAsync(job.Nas)) with { Epoch = 1 };
            await this.RegisterOrUpdateReminder(WakeUp, options.Value.WakeUpPeriod, options.Value.WakeUpPeriod);
            await _keeper.CreateAsync(created);
            _isMine = true;
        }

        StartTicking();
    }

    public Task<JobView?> GetAsync() => Task.FromResult(Job?.ToView(0, clock.GetUtcNow()));

    public Task EnsureRunningAsync()
    {
        StartTicking();
        return Task.CompletedTask;
    }

    public Task LeaseGrantedAsync()
    {
        _ticksUntilRequest = 0;
        return TickAsync(CancellationToken.None);
    }

    public Task ObserveAsync(long epoch) => epoch == _watcher.Epoch ? TickAsync(CancellationToken.None) : Task.CompletedTask;

    public async Task<CancelJobResult> CancelAsync(string by, CancellationToken cancellationToken = default)
    {
        if (Job is null)
        {
            return new CancelJobResult.UnknownJob();
        }

        if (Job.HasEnded)
        {
            return new CancelJobResult.AlreadyOver(Job.StateWord);
        }

        await TakeOverAsync();
        await _keeper.TellAsync(new JobInput.CancelAsked(by));
        await AdvanceAsync(cancellationToken);
        return Job.HasEnded
            ? new CancelJobResult.Cancelled()
            : new CancelJobResult.Cancelling(Job.Trouble ?? "The host has not proved yet that nothing is left running.");
    }

    /// <summary>Waking is all the reminder is for. One with nothing to wake ends itself.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        StartTicking();
        if (_keeper.IsDone && await this.GetReminder(WakeUp) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    private void StartTicking()
    {
        if (!_keeper.IsDone)
        {
            _ticks ??= this.RegisterGrainTimer(TickAsync, new GrainTimerCreationOptions(TimeSpan.Zero, options.Value.TickPeriod) { KeepAlive = true });
        }
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        if (Job is null)
        {
            return;
        }

        try
        {
            await TakeOverAsync();
            foreach (var seen in _watcher.Take())
            {
                await _keeper.TellAsync(seen);
            }

            await AdvanceAsync(cancellationToken);
            await _keeper.FlushAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            // What was seen and could not be stored must be seen again: the next tick watches anew.
            _watcher.Stop();
            if (exception is not InconsistentStateException)
            {
                throw;
            }

            // Another activation has written: it owns the job now, and this one must not touch the host again.
            LogSuperseded(logger, exception, Id);
            DeactivateOnIdle();
        }

        if (_keeper.IsDone)
        {
            _ticks?.Dispose();
            _ticks = null;
        }
    }

    /// <summary>Raises and stores the epoch before anything else: what an older activation orders from now on is refused.</summary>
    private async Task TakeOverAsync()
    {
        if (!_isMine)
        {
            _isMine = await _keeper.TellAsync(new JobInput.TakenOver()) || Job!.IsOver;
        }
    }

    /// <summary>Does one thing after the other until the job has to wait for the world.</summary>
    private async Task AdvanceAsync(CancellationToken cancellationToken)
    {
        while (JobMachine.NextStep(Job!) is { } step)
        {
            if (step is JobStep.Watch watch)
            {
                if (await _watcher.FollowAsync(steps.NasOf(Job!), watch.Order, this.AsReference<IBurnInJobGrain>()) is { } trouble)
                {
                    await _keeper.TellAsync(trouble);
                }

                return;
            }

            _watcher.Stop();
            if (step is JobStep.AcquireLease && _ticksUntilRequest-- > 0)
            {
                return;
            }

            if (!await _keeper.TellAsync(await steps.RunAsync(Job!, step, cancellationToken)))
            {
                _ticksUntilRequest = TicksBetweenRequests;
                return;
            }
        }
    }
}
