using System.Collections.Immutable;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Jobs;

/// <summary>The drive after all stages against itself before the first, by the job's policy.</summary>
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
        else if (examination.Facts.SizeBytes != job.Target.SizeBytes)
        {
            reasons.Add(new Reason("capacity_changed", Severity.Fail, FormattableString.Invariant($"The drive shows {examination.Facts.SizeBytes:N0} bytes; before the test it was {job.Target.SizeBytes:N0}."), Rule)
            {
                Before = job.Target.SizeBytes,
                After = examination.Facts.SizeBytes,
                Limit = job.Target.SizeBytes,
            });
        }

        reasons.AddRange(OfSmart(job, examination.Told, examination.Facts is null));
        if (examination.Facts?.SmartPassed == false && !reasons.Any(reason => reason.Code == "smart_health"))
        {
            reasons.Add(new Reason("smart_health", Severity.Fail, "After the test the drive's own health assessment says FAILED.", Rule));
        }

        return StageResults.Of(reasons.ToImmutable());
    }

    /// <summary>Of a drive that is gone, that it cannot be read is no news.</summary>
    private static IEnumerable<Reason> OfSmart(BurnInJob job, SmartSnapshot smart, bool isGone) =>
        FinalSmart.Judge(job, smart).Where(reason => !isGone || reason.Code != "smart_unavailable");
}
