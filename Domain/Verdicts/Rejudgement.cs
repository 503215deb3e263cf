using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Domain.Provenance;
using Burnin.Domain.Smart;
using Burnin.Domain.Smart.Rules;

namespace Burnin.Domain.Verdicts;

/// <summary>The verdict on a run under another policy, from what was stored of it. Nothing of the run itself changes.</summary>
public static class Rejudgement
{
    /// <param name="job">One that has ended with a verdict.</param>
    /// <param name="policy">By what measure it is judged now.</param>
    /// <param name="before">SMART data before the test, read anew from the raw text where it was kept.</param>
    /// <param name="after">The same after the test.</param>
    /// <param name="around">What is known of other drives by now.</param>
    public static Verdict Of(BurnInJob job, VerdictPolicy policy, SmartSnapshot? before, SmartSnapshot? after, Surroundings around)
    {
        var again = job with { Policy = policy.Id, Baseline = before, Final = after };
        return VerdictJudge.Judge(again with { Stages = [.. job.Stages.Select(stage => Judged(again, stage))] }, around);
    }

    private static JobStage Judged(BurnInJob job, JobStage stage)
    {
        if (stage.Result is not { } result || !stage.Name.IsExamination)
        {
            return stage;
        }

        var smart = stage.Name == StageName.Precheck ? job.Baseline : job.Final;
        var isBefore = stage.Name == StageName.Precheck;
        var judged = smart is null ? []
            : isBefore ? SmartJudge.Before(job.VerdictPolicy, job.Target.Medium, smart).AddRange(ProvenanceJudge.Judge(job.VerdictPolicy, job.Target, null, smart))
            : FinalSmart.Judge(job, smart);
        var reasons = KeptOf(result.Reasons, isReplaced: smart is not null).AddRange(judged);

        // It was a look, so what it would have said is all there is to it.
        return stage with { State = StageResults.Of(reasons).State, Result = result with { State = StageResults.Of(reasons).State, Reasons = reasons } };
    }

    /// <summary>What no policy has a say in: which drive it is, what it hides, who uses it, heat at the start, a drive that was gone.</summary>
    private static ImmutableArray<Reason> KeptOf(ImmutableArray<Reason> reasons, bool isReplaced) =>
        [.. reasons.Where(reason => !isReplaced || (!IsOfPolicy(reason) && reason.Code is not ("smart_health" or "smart_unavailable")))];

    private static bool IsOfPolicy(Reason reason) => reason.Rule == ClassicWatchList.Rule || (reason.Rule.Contains('@', StringComparison.Ordinal) && reason.Code is not ("duplicate_serial" or "hidden_capacity"));
}
