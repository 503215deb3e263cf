using System.Collections.Immutable;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Jobs;

/// <summary>The drive after all stages against itself before the first.</summary>
public static class FinalCheckJudge
{
    private const string Rule = "final_check";

    public static RunResult Judge(BurnInJob job, DriveExamination examination)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        if (examination.Facts is null)
        {
            reasons.Add(new Reason("drive_gone", Severity.Inconclusive, $"At the end no disk on {job.Nas} answered to serial {job.Target.Serial}.", Rule));
        }

        if (examination.Smart.Passed == false || examination.Facts?.SmartPassed == false)
        {
            reasons.Add(new Reason("smart_health", Severity.Fail, "After the test the drive's own health assessment says FAILED.", Rule));
        }

        if (examination.Smart.Unavailable is { } why)
        {
            reasons.Add(new Reason("smart_unavailable", Severity.Note, $"No SMART data: {why}", Rule));
        }

        reasons.AddRange(ClassicWatchList.Judge(job.Baseline, examination.Smart));
        return StageResults.Of(reasons.ToImmutable());
    }
}
