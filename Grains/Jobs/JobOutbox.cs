using Burnin.Domain.Audit;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Jobs;

/// <summary>Brings what a job has stored to the read model, the evidence and the audit trail. Safe to repeat: all know what they have.</summary>
internal sealed partial class JobOutbox(IJobLedger ledger, IEvidenceStore store, ISmartLog smart, IAuditTrail audit, ILogger<JobOutbox> logger)
{
    /// <returns>False where it has to be tried again. A read model out of order stops no disk.</returns>
    public async Task<bool> TryFlushAsync(JobRecord record, CancellationToken cancellationToken)
    {
        if (record.Job is not { } job)
        {
            return true;
        }

        try
        {
            await audit.AppendAsync(record.Outbox, cancellationToken);
            foreach (var evidence in record.Evidence)
            {
                await store.KeepAsync(job.Id, evidence.Stage, new StageEvidence(evidence.Name, evidence.Text), cancellationToken);
                await (SmartOf(job, evidence) is { } entry ? smart.RecordAsync(entry, cancellationToken) : Task.CompletedTask);
            }

            await ledger.RecordAsync(EntryOf(job, record.Sequence), cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotFlushed(logger, exception, job.Id);
            return false;
        }
    }

    /// <summary>Null where the text tells nothing of a drive. Read once more from the text, so that the job need not carry it.</summary>
    private static SmartLogEntry? SmartOf(BurnInJob job, StoredEvidence evidence) =>
        evidence.SmartTakenAt is { } takenAt
        && SmartReports.Read(evidence.Text) is { Kind: SmartReportKind.Report or SmartReportKind.Info } report
            ? new SmartLogEntry
            {
                JobId = job.Id,
                Stage = evidence.Stage,
                Name = evidence.Name,
                DriveId = job.DriveId,
                Serial = job.Target.Serial,
                Model = job.Target.Model,
                Nas = job.Nas,
                TakenAt = takenAt,
                Report = report,
            }
            : null;

    private static JobEntry EntryOf(BurnInJob job, long sequence) => new()
    {
        JobId = job.Id,
        Sequence = sequence,
        DriveId = job.DriveId,
        Nas = job.Nas,
        DeviceName = job.DeviceName,
        Serial = job.Target.Serial,
        Model = job.Target.Model,
        SizeBytes = job.Target.SizeBytes,
        Operator = job.Operator,
        Profile = job.Profile,
        State = job.StateWord,
        IsOver = job.IsOver,
        Verdict = job.Verdict?.Kind.Word,
        CreatedAt = job.CreatedAt,
        StartedAt = job.StartedAt,
        FinishedAt = job.FinishedAt,
        Reasons = job.Verdict?.Reasons ?? [],
        Stages = job.Stages,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId}: history and audit could not be written; tried again at the next tick")]
    private static partial void LogNotFlushed(ILogger logger, Exception exception, string jobId);
}
