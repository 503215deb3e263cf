using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Nases;
using Burnin.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Drives;

/// <summary>One drive: where it is, what a person wrote about it, and the one job it may have at a time.</summary>
[GrainType("drive")]
internal sealed partial class DriveGrain(
    [PersistentState("drive", StorageNames.Burnin)] IPersistentState<Stored<DriveRecord>> stored,
    NasOpener nases,
    AnswerLimit limit,
    TimeProvider clock,
    ILogger<DriveGrain> logger) : Grain, IDriveGrain
{
    private readonly GrainRecord<DriveRecord> _record = new(stored);

    private DriveSighting? _seen;
    private bool _isMissing;
    private DriveJobView? _liveJob;

    private string Id => GrainKeys.NameIn(this.GetPrimaryKeyString());

    /// <summary>The newest report, or what was stored before the restart.</summary>
    private DriveJobView? Job => _liveJob ?? _record.Current.Job;

    public Task<DriveView?> GetAsync() => Task.FromResult(View());

    public async Task<StartBurnInResult> StartAsync(StartBurnIn wish, CancellationToken cancellationToken = default)
    {
        if ((_seen ?? _record.Current.Place) is not { } place)
        {
            return new StartBurnInResult.UnknownDrive();
        }

        if (JobPlan.Of(wish.ToWish(), place.Serial) is JobPlan.Invalid invalid)
        {
            return new StartBurnInResult.Invalid(invalid.Code, invalid.Reason);
        }

        if (await BusyWithAsync() is { } busy)
        {
            return new StartBurnInResult.Busy(busy);
        }

        var plan = (JobPlan.Accepted)JobPlan.Of(wish.ToWish(), place.Serial);
        var target = place.ToTarget();
        try
        {
            var facts = await LookAsync(place.Nas, target, cancellationToken);
            var refusals = plan.IsDestructive || facts is null ? WipeGuard.RefusalsOf(target, facts) : [];
            if (!refusals.IsEmpty)
            {
                return new StartBurnInResult.InUse([.. refusals.Select(fact => new InUseView(fact.Code, fact.Detail))]);
            }
        }
        catch (NasException exception)
        {
            return new StartBurnInResult.NasFailed(exception.Fault.Word, exception.Message);
        }

        return new StartBurnInResult.Started(await CreateJobAsync(wish.Operator.Trim(), place, plan, cancellationToken));
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
        (_seen, _isMissing) = (sighting, false);
        await _record.UpdateAsync(record => record.Place?.IsSamePlaceAs(sighting) == true ? record : record with { Place = sighting });
        return View()!;
    }

    public Task<DriveView?> MissingAsync(string nas)
    {
        if ((_seen ?? _record.Current.Place)?.Nas != nas)
        {
            return Task.FromResult<DriveView?>(null);
        }

        _isMissing = true;
        return Task.FromResult(View());
    }

    public async Task JobReportedAsync(DriveJobView job)
    {
        if (Job is { } known && (known.JobId == job.JobId ? known.Revision >= job.Revision : string.CompareOrdinal(known.JobId, job.JobId) > 0))
        {
            return;
        }

        _liveJob = job;
        await _record.UpdateAsync(record => record.Job is { } last && last.JobId == job.JobId && last.State == job.State && last.Stage == job.Stage
            ? record
            : record with { Job = job, ShortSmart = job.ShortSmart ?? record.ShortSmart, LongSmart = job.LongSmart ?? record.LongSmart });
        await TellFeedAsync();
    }

    /// <summary>The job that holds the drive; null where none does. A job that was noted but never made holds nothing.</summary>
    private async Task<string?> BusyWithAsync() =>
        Job is { FinishedAt: null, JobId: var jobId } && await GrainFactory.Job(jobId).GetAsync() is { Summary.FinishedAt: null } ? jobId : null;

    private async Task<DriveFacts?> LookAsync(string nasName, DriveTarget target, CancellationToken cancellationToken)
    {
        var (nas, _) = await nases.OpenAsync(nasName);
        return (await limit.WithinAsync(nasName, token => nas.ExamineAsync(target, token), cancellationToken)).Facts;
    }

    private async Task<string> CreateJobAsync(string by, DriveSighting place, JobPlan.Accepted plan, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var job = new NewJob
        {
            DriveId = Id,
            Nas = place.Nas,
            Devname = place.Devname,
            Serial = place.Serial,
            Wwn = place.Wwn,
            Model = place.Model,
            SizeBytes = place.SizeBytes,
            Medium = place.Medium,
            Operator = by,
            Profile = plan.Profile,
            Stages = [.. plan.Stages.Select(stage => stage.Wire)],
            CreatedAt = now,
        };
        var jobId = Ulid.NewUlid(now).ToString();

        // The drive is taken first: a crash after this line leaves a drive with a job that is not there, which holds
        // nothing; the other way round it would leave a job that nobody knows.
        _liveJob = null;
        await _record.UpdateAsync(record => record with { Job = job.AsQueued(jobId) }, cancellationToken);
        await GrainFactory.Job(jobId).CreateAsync(job);
        LogStarted(logger, Id, jobId, by, plan.Profile);
        await TellFeedAsync();
        return jobId;
    }

    private DriveView? View() => DriveViews.Of(_record.Current, Id, _seen, !_isMissing, Job);

    private Task TellFeedAsync() => View() is { } view ? GrainFactory.Feed(view.Nas).DriveChangedAsync(view) : Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Drive {DriveId}: job {JobId} ordered by {Operator}, profile {Profile}")]
    private static partial void LogStarted(ILogger logger, string driveId, string jobId, string @operator, string profile);
}
