using System.Collections.Immutable;
using Burnin.Domain.Audit;
using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces.Drives;

namespace Burnin.Grains.Jobs;

/// <summary>What of a job's life goes into the audit trail, in words.</summary>
internal static class JobAudit
{
    public const string Service = "burnin";

    private static JobRecord With(JobRecord record, BurnInJob job, IEnumerable<(string Actor, string Action, string Detail)> said, DateTimeOffset now)
    {
        var entries = said
            .Select((said, i) => new AuditEntry
            {
                Source = $"job:{job.Id}",
                Sequence = record.AuditSequence + 1 + i,
                At = now,
                Actor = said.Actor,
                Action = said.Action,
                DriveId = job.DriveId,
                JobId = job.Id,
                Nas = job.Nas,
                Outcome = "done",
                Detail = said.Detail,
            })
            .ToImmutableArray();
        return record with { AuditSequence = record.AuditSequence + entries.Length, Outbox = record.Outbox.AddRange(entries) };
    }

    /// <summary>Who set aside which fact that forbade writing to the drive.</summary>
    public static JobRecord WithOverrides(JobRecord record, BurnInJob job, ImmutableArray<InUseView> overridden) =>
        With(record, job, overridden.Select(fact => (job.Operator, "label_override", $"called stale on {job.Target.Serial}: {fact.Detail} ({fact.Code})")), job.CreatedAt);

    public static JobRecord With(JobRecord record, BurnInJob job, ImmutableArray<JobEvent> events, DateTimeOffset now) =>
        With(record, job, events.Select(happened => EntryOf(job, happened)).OfType<(string Actor, string Action, string Detail)>(), now);

    private static (string, string, string)? EntryOf(BurnInJob job, JobEvent happened) => happened switch
    {
        JobEvent.StageBegun begun => (Service, "stage_begin", $"{job.Stages[begun.Index].Name.Wire} begun on {job.Target.Serial}"),
        JobEvent.StageEnded ended => (Service, "stage_end", $"{job.Stages[ended.Index].Name.Wire} {ended.Result.State.Word}{BecauseOf(ended.Result.Reasons)}"),
        JobEvent.RunLost lost => (Service, "run_lost", lost.Why),
        JobEvent.PauseNoted noted => (noted.By, "burnin_pause", "pause asked for"),
        JobEvent.ResumeNoted noted => (noted.By, "burnin_resume", "resume asked for"),
        JobEvent.RunHeld held => (Service, "run_held", held.StandsStill ? "the host has proved that the run stands still" : "this run cannot stand still; it goes on to its end"),
        JobEvent.RunReleased => (Service, "run_released", "the run goes on"),
        JobEvent.RunStuck stuck => (Service, "run_stuck", stuck.Why),
        JobEvent.RunHangs => (Service, "run_hangs", "the host cannot end the run"),
        JobEvent.CancelNoted noted => (noted.By, "burnin_cancel", "cancel asked for"),
        JobEvent.Ended ended => (Service, "burnin_end", $"verdict {ended.Verdict.Kind.Word}{BecauseOf(ended.Verdict.Reasons)}"),
        JobEvent.JudgedAgain judged => (judged.Judgement.By, "burnin_rejudge", $"verdict {judged.Judgement.Verdict.Kind.Word} under {judged.Judgement.Policy}{BecauseOf(judged.Judgement.Verdict.Reasons)}"),
        JobEvent.Cancelled when job.GivenUp is null => (job.CancelledBy ?? Service, "burnin_cancelled", "stopped; nothing is left running on the host"),
        JobEvent.GivenUp given => (given.Run.By, "burnin_given_up", $"over without the host's proof that nothing is left running on {job.Target.Serial}: {given.Why ?? "it was not asked yet"}"),
        JobEvent.ChoreDone { Chore: JobChore.EndRun } => (Service, "run_ended", "the host has proved that nothing of what was given up is left running"),
        JobEvent.ChoreDropped { Chore: JobChore.EndRun } dropped => (Service, "run_left", $"the host never proved that what was given up has ended: {dropped.Why}"),
        _ => null,
    };

    private static string BecauseOf(ImmutableArray<Reason> reasons) =>
        reasons.IsEmpty ? "" : $": {string.Join(' ', reasons.Take(3).Select(reason => reason.Text))}";
}
