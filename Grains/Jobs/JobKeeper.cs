using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Jobs;

/// <summary>
/// Keeps one job: decides what follows from what it is told, stores it where it must outlive us, then tells the drive.
/// What is not worth storing (progress, trouble) lies on top of the stored job.
/// </summary>
internal sealed partial class JobKeeper(
    GrainRecord<JobRecord> record, JobOutbox outbox, Func<JobPolicy> policy, IGrainFactory grains, TimeProvider clock, ILogger logger)
{
    private JobRevision _revision;
    private bool _isFlushed;

    /// <summary>Null: there is no such job.</summary>
    public BurnInJob? Job { get; private set; } = record.Current.Job;

    /// <summary>Over, and everyone knows it.</summary>
    public bool IsDone => Job is null || (Job.IsOver && _isFlushed);

    /// <param name="job">As it was ordered.</param>
    /// <param name="overridden">What the operator set aside to have it.</param>
    public async Task CreateAsync(BurnInJob job, ImmutableArray<InUseView> overridden)
    {
        await record.UpdateAsync(stored => JobAudit.WithOverrides(stored, job, overridden) with { Job = job, Sequence = 1 });
        Job = job;
    }

    /// <returns>Whether something durable came of it; if not, the job has to wait for the world.</returns>
    public async Task<bool> TellAsync(JobInput input)
    {
        var now = clock.GetUtcNow();
        var events = JobMachine.Decide(Job!, input, policy(), now);
        if (events.IsEmpty)
        {
            return false;
        }

        var next = JobMachine.Apply(Job!, events);
        var isDurable = events.Any(happened => happened.IsDurable);
        if (isDurable)
        {
            await StoreAsync(next, events, now);
        }

        Job = next;
        LogHappened(next, events);
        await ReportAsync(next, now);
        return isDurable;
    }

    /// <summary>Brings what is stored to the read model. A failure is logged there, and tried again at the next call.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_isFlushed || !await outbox.TryFlushAsync(record.Current, cancellationToken))
        {
            return;
        }

        // Evidence is large, and the last of it would lie in the state for ever: it is not left to the next write.
        await record.UpdateAsync(stored => stored.Evidence.IsEmpty ? stored : stored with { Outbox = [], Evidence = [] }, cancellationToken);
        _isFlushed = true;
    }

    private async Task StoreAsync(BurnInJob next, ImmutableArray<JobEvent> events, DateTimeOffset now)
    {
        var isSent = _isFlushed;
        _isFlushed = false;
        await record.UpdateAsync(stored => JobAudit.With(isSent ? stored with { Outbox = [] } : stored, next, events, now) with
        {
            Job = next,
            Sequence = stored.Sequence + 1,
            Evidence = [.. isSent ? [] : stored.Evidence, .. events.OfType<JobEvent.StageEnded>().SelectMany(EvidenceOf)],
        });
    }

    private static IEnumerable<StoredEvidence> EvidenceOf(JobEvent.StageEnded ended) => ended.Result.Evidence
        .Select(evidence => evidence.Bounded())
        .Select(evidence => new StoredEvidence(ended.Index, evidence.Name, evidence.Text) { SmartTakenAt = evidence.SmartTakenAt });

    private async Task ReportAsync(BurnInJob job, DateTimeOffset now)
    {
        try
        {
            await grains.Drive(job.DriveId).JobReportedAsync(job.ToSummary(_revision.Next(job.Epoch), now));
        }
        catch (Exception exception)
        {
            // Only a picture is late: the next report carries all of it, and the last one is a chore of its own.
            LogNotReported(logger, exception, job.Id);
        }
    }
}
