using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Jobs;
using Burnin.Grains.Nases;
using Burnin.Grains.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Drives;

/// <summary>One drive: where it is, what a person wrote about it, and the one job it may have at a time.</summary>
[GrainType("drive")]
internal sealed partial class DriveGrain(
    [PersistentState("drive", StorageNames.Burnin)] IPersistentState<Stored<DriveRecord>> stored,
    NasOpener nases,
    AnswerLimit limit,
    DrivePlanner planner,
    IOptionsMonitor<BurnInOptions> options,
    TimeProvider clock,
    ILogger<DriveGrain> logger) : Grain, IDriveGrain
{
    private readonly GrainRecord<DriveRecord> _record = new(stored);

    /// <summary>When each NAS has shown it last.</summary>
    private readonly Dictionary<string, DateTimeOffset> _shownAt = [];

    private DriveSighting? _seen;
    private bool _isMissing;
    private DriveJobView? _liveJob;

    private string Id => GrainKeys.NameIn(this.GetPrimaryKeyString());

    /// <summary>The newest report, or what was stored before the restart.</summary>
    private DriveJobView? Job => _liveJob ?? _record.Current.Job;

    public Task<DriveView?> GetAsync() => Task.FromResult(View());

    public Task<PlanBurnInResult> PlanAsync(StartBurnIn wish) => planner.PlanAsync(_seen ?? _record.Current.Place, _isMissing, Job, wish);

    public async Task<StartBurnInResult> StartAsync(StartBurnIn wish, CancellationToken cancellationToken = default)
    {
        if ((_seen ?? _record.Current.Place) is not { } place)
        {
            return new StartBurnInResult.UnknownDrive();
        }

        var wished = JobPlan.Of(wish.ToWish(), place.Serial, options.CurrentValue.UsualSurface, options.CurrentValue.Policy);
        if (wished is JobPlan.Invalid invalid)
        {
            return new StartBurnInResult.Invalid(invalid.Code, invalid.Reason);
        }

        if (await BusyWithAsync() is { } busy)
        {
            return new StartBurnInResult.Busy(busy);
        }

        var plan = (JobPlan.Accepted)wished;
        var target = place.ToTarget();
        DriveFacts? facts;
        try
        {
            facts = await LookAsync(place.Nas, target, cancellationToken);
        }
        catch (NasException exception)
        {
            return new StartBurnInResult.NasFailed(exception.Fault.Word, exception.Message);
        }

        if (plan.IsDestructive && place.InUse.FirstOrDefault(fact => fact.Code == "duplicate_serial") is { } twice)
        {
            return new StartBurnInResult.InUse([twice]);
        }

        var surface = plan.Surface.WithLabelsOn(facts);
        var refusals = StartGuard.RefusalsOf(target, facts, surface, plan.TestsSurface);
        if (!refusals.IsEmpty)
        {
            return new StartBurnInResult.InUse(refusals.ToViews());
        }

        var job = place.ToNewJob(Id, wish.Operator.Trim(), plan with { Surface = surface }, clock.GetUtcNow()) with
        {
            Overridden = StartGuard.OverriddenOf(facts, surface, plan.TestsSurface).ToViews(),
        };
        return new StartBurnInResult.Started(await CreateJobAsync(job, cancellationToken));
    }

    public async Task<DriveView?> EditAsync(string? location, string? notes)
    {
        if (View() is null)
        {
            return null;
        }

        await _record.UpdateAsync(record => record with { Location = location?.Trim() ?? record.Location, Notes = notes?.Trim() ?? record.Notes });
        await TellFeedAsync();
        return View();
    }

    public async Task<DriveView> SeenAsync(DriveSighting sighting)
    {
        // Two places cannot hold one drive: which of them is meant nobody can tell, so neither is written to.
        var now = clock.GetUtcNow();
        _shownAt[sighting.Nas] = now;
        foreach (var other in _shownAt.Where(other => other.Key != sighting.Nas && now - other.Value < options.CurrentValue.StaleThreshold))
        {
            sighting = sighting with { InUse = sighting.InUse.Add(new InUseView("duplicate_serial", $"\"{other.Key}\" shows a drive of the same serial.")) };
        }

        (_seen, _isMissing) = (sighting, false);
        await _record.UpdateAsync(record => record.Place?.IsSamePlaceAs(sighting) == true ? record : record with { Place = sighting });
        return View()!;
    }

    public Task<DriveView?> MissingAsync(string nas)
    {
        _shownAt.Remove(nas);
        if ((_seen ?? _record.Current.Place)?.Nas != nas)
        {
            return Task.FromResult<DriveView?>(null);
        }

        _isMissing = true;
        return Task.FromResult(View());
    }

    public async Task JobReportedAsync(DriveJobView job)
    {
        // Decided in the line of writes, since a new job may be taking the drive at this very moment.
        var isNews = false;
        await _record.UpdateAsync(record =>
        {
            var known = _liveJob?.JobId == record.Job?.JobId ? _liveJob : record.Job;
            isNews = known is null || (known.JobId == job.JobId ? known.Revision < job.Revision : string.CompareOrdinal(known.JobId, job.JobId) < 0);
            _liveJob = isNews ? job : _liveJob;
            return !isNews || (record.Job is { } last && last.JobId == job.JobId && last.State == job.State && last.Stage == job.Stage)
                ? record
                : record with { Job = job, ShortSmart = job.ShortSmart ?? record.ShortSmart, LongSmart = job.LongSmart ?? record.LongSmart };
        });
        if (isNews)
        {
            await TellFeedAsync();
        }
    }

    /// <summary>The job that holds the drive; null where none does. A job that was noted but never made holds nothing.</summary>
    private async Task<string?> BusyWithAsync()
    {
        if (Job is not { FinishedAt: null, JobId: var jobId })
        {
            return null;
        }

        // This waits for a creation that is still under way; the look alone would not.
        await GrainFactory.Job(jobId).EnsureRunningAsync();
        return await GrainFactory.Job(jobId).GetAsync() is { Summary.FinishedAt: null } ? jobId : null;
    }

    private async Task<DriveFacts?> LookAsync(string nasName, DriveTarget target, CancellationToken cancellationToken)
    {
        var (nas, _) = await nases.OpenAsync(nasName);
        return (await limit.WithinAsync(nasName, token => nas.ExamineAsync(target, token), cancellationToken)).Facts;
    }

    private async Task<string> CreateJobAsync(NewJob job, CancellationToken cancellationToken)
    {
        var jobId = Ulid.NewUlid(job.CreatedAt).ToString();

        // The drive is taken first: a crash after this line leaves a drive with a job that is not there, which holds
        // nothing; the other way round it would leave a job that nobody knows.
        await _record.UpdateAsync(record => record with { Job = job.AsQueued(jobId) }, cancellationToken);
        _liveJob = null;
        await GrainFactory.Job(jobId).CreateAsync(job);
        LogStarted(logger, Id, jobId, job.Operator, job.Profile);
        await TellFeedAsync();
        return jobId;
    }

    private DriveView? View() => DriveViews.Of(_record.Current, Id, _seen, !_isMissing, Job);

    private Task TellFeedAsync() => View() is { } view ? GrainFactory.Feed(view.Nas).DriveChangedAsync(view) : Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Drive {DriveId}: job {JobId} ordered by {Operator}, profile {Profile}")]
    private static partial void LogStarted(ILogger logger, string driveId, string jobId, string @operator, string profile);
}
