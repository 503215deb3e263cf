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
    JobRejudge rejudge,
    NasOpener nases,
    IOptionsMonitor<BurnInOptions> options,
    TimeProvider clock,
    ILogger<BurnInJobGrain> logger) : Grain, IBurnInJobGrain, IRemindable
{
    private const string WakeUp = "wake-up";

    private readonly JobWatcher _watcher = new(logger);
    private JobKeeper _keeper = null!;
    private JobLoop _loop = null!;
    private JobWishes _wishes = null!;
    private IGrainTimer? _ticks;

    private string Id => GrainKeys.NameIn(this.GetPrimaryKeyString());
    private BurnInJob? Job => _keeper.Job;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _keeper = new JobKeeper(new GrainRecord<JobRecord>(stored), outbox, () => options.CurrentValue.JobPolicy, GrainFactory, clock, logger);
        _loop = new JobLoop(_keeper, steps, _watcher, this.AsReference<IBurnInJobGrain>());
        _wishes = new JobWishes(_keeper, _loop);
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
            var created = job.ToJob(Id, await nases.ConnectionOrNullAsync(job.Nas), options.CurrentValue.ModelOverrides) with { Epoch = 1 };
            await this.RegisterOrUpdateReminder(WakeUp, options.CurrentValue.WakeUpPeriod, options.CurrentValue.WakeUpPeriod);
            await _keeper.CreateAsync(created, job.Overridden);
            _loop.Own();
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
        _loop.RequestAtOnce();
        return TickAsync(CancellationToken.None);
    }

    public Task ObserveAsync(long epoch) => epoch == _watcher.Epoch ? TickAsync(CancellationToken.None) : Task.CompletedTask;

    public Task<CancelJobResult> CancelAsync(string by, CancellationToken cancellationToken = default) => _wishes.CancelAsync(by, cancellationToken);

    public Task<GiveUpJobResult> GiveUpAsync(string by, string serial, CancellationToken cancellationToken = default) => _wishes.GiveUpAsync(by, serial, cancellationToken);

    public Task<PauseJobResult> PauseAsync(string by, CancellationToken cancellationToken = default) => _wishes.PauseAsync(by, cancellationToken);

    public Task<ResumeJobResult> ResumeAsync(string by, CancellationToken cancellationToken = default) => _wishes.ResumeAsync(by, cancellationToken);

    public Task<RejudgeJobResult> RejudgeAsync(string policy, string? storedBy, CancellationToken cancellationToken = default) =>
        rejudge.JudgeAsync(_keeper, policy, storedBy, cancellationToken);

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
            _ticks ??= this.RegisterGrainTimer(TickAsync, new GrainTimerCreationOptions(TimeSpan.Zero, options.CurrentValue.TickPeriod) { KeepAlive = true });
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
            await _loop.TakeOverAsync();
            foreach (var seen in _watcher.Take())
            {
                await _keeper.TellAsync(seen);
            }

            await _loop.AdvanceAsync(cancellationToken);
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
}
