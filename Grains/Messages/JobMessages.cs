using System.Diagnostics;
using Burnin.Domain.Messages;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.Grains.Messages;

/// <summary>What there is to tell of a burn-in that has ended.</summary>
internal static class JobMessages
{
    extension(JobView job)
    {
        public Message ToMessage() => new()
        {
            Id = $"job:{job.Summary.JobId}:ended",
            Event = job.Summary.State switch
            {
                "passed" => MessageEvent.BurninPassed,
                "failed" => MessageEvent.BurninFailed,
                "inconclusive" => MessageEvent.BurninInconclusive,
                "cancelled" => MessageEvent.BurninCancelled,
                _ => throw new UnreachableException($"Job {job.Summary.JobId} has not ended."),
            },
            At = job.Summary.FinishedAt!.Value,
            Headline = $"{job.Model} {job.Serial} on {job.Nas} ({job.Devname}): {(job.Summary.Verdict == "pass_with_notes" ? "passed, with notes" : job.Summary.State)}",
            Reasons = [.. job.Reasons.Select(reason => reason.Text)],
            Job = new MessageJob
            {
                JobId = job.Summary.JobId,
                Nas = job.Nas,
                DeviceName = job.Devname,
                Serial = job.Serial,
                Model = job.Model,
                SizeBytes = job.SizeBytes,
                State = job.Summary.State,
                Verdict = job.Summary.Verdict,
                Profile = job.Summary.Profile,
                Operator = job.Summary.Operator,
                StartedAt = job.Summary.StartedAt,
                FinishedAt = job.Summary.FinishedAt,
            },
        };
    }
}
