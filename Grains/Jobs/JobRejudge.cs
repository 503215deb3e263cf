using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.Grains.Jobs;

/// <summary>Judges a job that has ended once more, from the evidence that was kept.</summary>
internal sealed class JobRejudge(IEvidenceArchive archive, ISurroundings surroundings, TimeProvider clock)
{
    public async Task<RejudgeJobResult> JudgeAsync(JobKeeper keeper, string name, string? storedBy, CancellationToken cancellationToken)
    {
        if (keeper.Job is not { } job)
        {
            return new RejudgeJobResult.UnknownJob();
        }

        if (VerdictPolicies.Find(name) is not { } policy)
        {
            return new RejudgeJobResult.UnknownPolicy(string.Join(", ", VerdictPolicies.All.Select(known => known.Name)));
        }

        if (job.Verdict is not { } verdict)
        {
            return new RejudgeJobResult.NoVerdict(job.StateWord);
        }

        var before = await ReadAsync(job, StageName.Precheck, "smart_before", job.Baseline, cancellationToken);
        var after = await ReadAsync(job, StageName.FinalCheck, "smart_after", job.Final, cancellationToken);
        var again = Rejudgement.Of(job, policy, before, after, await surroundings.OfAsync(job, cancellationToken));
        var view = again.ToView(policy.Id);
        if (storedBy is null)
        {
            return new RejudgeJobResult.Judged(view, verdict.Kind.Word);
        }

        var judgement = new Judgement { Policy = policy.Id, Verdict = again, By = storedBy, At = clock.GetUtcNow() };
        await keeper.TellAsync(new JobInput.JudgedAgain(judgement));
        await keeper.FlushAsync(cancellationToken);
        return new RejudgeJobResult.Judged(view with { By = judgement.By, At = judgement.At }, verdict.Kind.Word);
    }

    /// <summary>From the raw text, which the present reader may understand better than the one of its time; else as it was stored.</summary>
    private async Task<SmartSnapshot?> ReadAsync(BurnInJob job, StageName stage, string name, SmartSnapshot? stored, CancellationToken cancellationToken)
    {
        var index = job.Stages.IndexOf(job.Stages.FirstOrDefault(known => known.Name == stage)!);
        var raw = index < 0 ? null
            : await archive.ReadAsync(job.Id, index, $"{name}.json", cancellationToken) ?? await archive.ReadAsync(job.Id, index, $"{name}.txt", cancellationToken);
        return raw is not null && SmartReports.Read(raw) is { Kind: SmartReportKind.Report } report
            ? SmartSnapshot.Of(raw, report.ExitStatus, stored?.TakenAt ?? job.FinishedAt ?? job.CreatedAt) with { Passed = report.HealthPassed ?? stored?.Passed }
            : stored;
    }
}
