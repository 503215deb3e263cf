namespace Burnin.Domain.Jobs;

/// <summary>The verdict of a job from what its stages said. It adds nothing: every reason is some stage's own.</summary>
public static class VerdictJudge
{
    public static Verdict Judge(BurnInJob job)
    {
        var results = job.Stages.Where(stage => stage.Result is not null).Select(stage => stage.Result!).ToList();
        var reasons = results.SelectMany(result => result.Reasons)
            .OrderByDescending(reason => reason.Severity)
            .DistinctBy(reason => (reason.Code, reason.Text))
            .ToList();
        var kind = results.Any(result => result.State == StageState.Failed) ? VerdictKind.Fail
            : job.Stages.Any(stage => stage.State is not StageState.Passed) ? VerdictKind.Inconclusive
            : reasons.Count > 0 ? VerdictKind.PassWithNotes
            : VerdictKind.Pass;
        return new Verdict(kind, [.. reasons]);
    }
}
