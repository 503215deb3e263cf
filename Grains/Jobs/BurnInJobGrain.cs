using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
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
    private const int QueuedTicks = 6;

    private readonly GrainRecord<JobRecord> _record = new(stored);
    private readonly JobPolicy _policy = new() { CriticalCelsius = options.Value.TempCritC };

    /// <summary>The stored job and, on top of it, what is not worth storing.</summary>
    private BurnInJob? _job;
    private JobRevision _revision;
    private JobWatch? _watch;
    private IGrainTimer? _ticks;
    private bool _isMine;
    private bool _isFlushed;
    private int _ticksUntilAsking;

    private string Id => GrainKeys.NameIn(this.GetPrimaryKeyString());

    /// <summary>Over, and everyone knows it.</summary>
    private bool IsDone => _job is null || (_job.IsOver && _isFlushed);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _job = _record.Current.Job;
        StartTicking();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _watch?.Dispose();
        return Task.CompletedTask;
    }

    public async Task CreateAsync(NewJob job)
    {
        if (_job is not null)
        {
            return;
        }

        var created = job.ToJob(Id, await ConnectionOfAsync(job.Nas)) with { Epoch = 1 };
        await _record.UpdateAsync(record => record with { Job = created, Sequence = 1 });
        (_job, _isMine) = (created, true);
        await this.RegisterOrUpdateReminder(WakeUp, options.Value.WakeUpPeriod, options.Value.WakeUpPeriod);
        StartTicking();
    }

    public Task<JobView?> GetAsync() => Task.FromResult(_job?.ToView(0, clock.GetUtcNow()));

    public Task EnsureRunningAsync()
    {
        StartTicking();
        return Task.CompletedTask;
    }

    public Task LeaseGrantedAsync()
    {
        _ticksUntilAsking = 0;
        return TickAsync(CancellationToken.None);
    }

    public Task ObserveAsync(long epoch) => epoch == _watch?.Epoch ? TickAsync(CancellationToken.None) : Task.CompletedTask;

    public async Task<CancelJobResult> CancelAsync(string by, CancellationToken cancellationToken = default)
    {
        if (_job is null)
        {
            return new CancelJobResult.UnknownJob();
        }

        if (_job.HasEnded)
        {
            return new CancelJobResult.AlreadyOver(_job.StateWord);
        }

        await TakeOverAsync();
        await TellAsync(new JobInput.CancelAsked(by));
        await AdvanceAsync(cancellationToken);
        return _job.HasEnded
            ? new CancelJobResult.Cancelled()
            : new CancelJobResult.Cancelling(_job.Trouble ?? "The host has not proved yet that nothing is left running.");
    }

    /// <summary>Waking is all the reminder is for. One with nothing to wake ends itself.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        StartTicking();
        if (IsDone && await this.GetReminder(WakeUp) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    private void StartTicking()
    {
        if (_job is not null && !IsDone)
        {
            _ticks ??= this.RegisterGrainTimer(TickAsync, new GrainTimerCreationOptions(TimeSpan.Zero, options.Value.TickPeriod) { KeepAlive = true });
        }
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        if (_job is null)
        {
            return;
        }

        try
        {
            await TakeOverAsync();
            await ObserveSeenAsync();
            await AdvanceAsync(cancellationToken);
            await FlushAsync(cancellationToken);
        }
        catch (InconsistentStateException exception)
        {
            // Another activation has written: it owns the job now, and this one must not touch the host again.
            LogSuperseded(logger, exception, Id);
            _watch?.Dispose();
            _watch = null;
            DeactivateOnIdle();
        }

        if (IsDone)
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
            await TellAsync(new JobInput.TakenOver());
            _isMine = true;
            LogTakenOver(logger, Id, _job?.Epoch ?? 0, _job?.Current?.Name);
        }
    }

    private async Task ObserveSeenAsync()
    {
        foreach (var snapshot in _watch?.Take() ?? [])
        {
            await TellAsync(new JobInput.Observed(snapshot));
        }
    }

    /// <summary>Does one thing after the other until the job has to wait for the world.</summary>
    private async Task AdvanceAsync(CancellationToken cancellationToken)
    {
        while (_job is { } job && JobMachine.NextStep(job) is { } step)
        {
            if (step is JobStep.Watch watch)
            {
                await WatchAsync(job, watch.Order);
                return;
            }

            _watch?.Dispose();
            _watch = null;
            if (step is JobStep.AcquireLease && _ticksUntilAsking-- > 0)
            {
                return;
            }

            var input = await steps.RunAsync(job, step, cancellationToken);
            if (input is JobInput.Launched { Answer: LaunchAnswer.Fenced fenced })
            {
                LogFenced(logger, Id, job.Epoch, fenced.HostEpoch);
                DeactivateOnIdle();
                return;
            }

            var isWaiting = await TellAsync(input);
            if (isWaiting)
            {
                _ticksUntilAsking = QueuedTicks;
                return;
            }
        }
    }

    private async Task WatchAsync(BurnInJob job, RunOrder order)
    {
        if (_watch is not { } watch || watch.RunId != order.RunId || watch.Epoch != order.Epoch)
        {
            _watch?.Dispose();
            try
            {
                _watch = new JobWatch(await steps.NasOf(job), order, this.AsReference<IBurnInJobGrain>(), logger);
            }
            catch (NasException exception)
            {
                await TellAsync(new JobInput.NasTroubled(exception.Fault, exception.Message));
            }
        }
    }

    /// <summary>Decides, stores what is durable, and tells the drive.</summary>
    /// <returns>Whether nothing durable came of it, so that the job has to wait.</returns>
    private async Task<bool> TellAsync(JobInput input)
    {
        var (job, now) = (_job!, clock.GetUtcNow());
        var events = JobMachine.Decide(job, input, _policy, now);
        if (events.IsEmpty)
        {
            return true;
        }

        var next = JobMachine.Apply(job, events);
        var isDurable = events.Any(happened => happened.IsDurable);
        if (isDurable)
        {
            var sent = _isFlushed;
            await _record.UpdateAsync(record => JobAudit.With(sent ? record with { Outbox = [] } : record, next, events, now) with
            {
                Job = next,
                Sequence = record.Sequence + 1,
            });
            _isFlushed = false;
        }

        _job = next;
        LogHappened(next, events);
        await ReportAsync(next, now);
        return !isDurable;
    }

    private async Task ReportAsync(BurnInJob job, DateTimeOffset now)
    {
        try
        {
            await GrainFactory.Drive(job.DriveId).JobReportedAsync(job.ToSummary(_revision.Next(job.Epoch), now));
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException)
        {
            // Only a picture is late: the next report carries all of it, and the last one is a chore of its own.
            LogNotReported(logger, exception, Id);
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (!_isFlushed)
        {
            _isFlushed = await outbox.TryFlushAsync(_record.Current, cancellationToken);
        }
    }

    private async Task<NasConnection?> ConnectionOfAsync(string nas)
    {
        try
        {
            return (await nases.OpenAsync(nas)).Connection;
        }
        catch (NasException)
        {
            return null;
        }
    }
}
