using System.Collections.Immutable;
using Burnin.Domain.Speed;
using Burnin.Domain.Verdicts;
using Burnin.Domain.Verdicts.Suspects;

namespace Burnin.Domain.Jobs;

/// <summary>
/// The verdict of a job: what its stages said, what the kernel and the drive's speed say, and who is to blame. What a cable, a
/// controller, heat or the host may have caused does not condemn the drive, unless the drive accuses itself. Nothing passes
/// without a word of which a byte was not tested. Pure: the same evidence under another policy is another verdict.
/// </summary>
public static class VerdictJudge
{
    private static readonly ImmutableArray<ISuspect> Suspects = [new ControllerSuspect(), new CableSuspect(), new HeatSuspect(), new HostSuspect()];

    public static Verdict Judge(BurnInJob job, Surroundings around)
    {
        var policy = job.VerdictPolicy;
        var given = new VerdictCase { Policy = policy, Job = job, Around = around, Findings = [.. FindingsOf(job, policy, around), .. Untested(job, policy)] };
        var suspicions = given.Findings.Any(finding => finding.Reason.Severity == Severity.Fail && TroubleKinds.AccusesDrive(finding.Reason.Code)) ? []
            : Suspects.Select(suspect => suspect.Look(given)).OfType<Suspicion>().Where(suspicion => given.Findings.Any(finding => finding.IsTrouble && suspicion.Explains(finding))).ToList();
        var reasons = suspicions.Select(suspicion => suspicion.ToReason(policy))
            .Concat(given.Findings.Select(finding => Explained(finding, suspicions)))
            .Select(NextSteps.WithNextStep)
            .OrderByDescending(reason => reason.Severity)
            .DistinctBy(reason => (reason.Code, reason.Text))
            .ToImmutableArray();
        var kind = reasons.Any(reason => reason.Severity == Severity.Fail) ? VerdictKind.Fail
            : job.Stages.Any(stage => stage.State is not StageState.Passed) || reasons.Any(reason => reason.Severity == Severity.Inconclusive) ? VerdictKind.Inconclusive
            : reasons.IsEmpty ? VerdictKind.Pass
            : VerdictKind.PassWithNotes;
        return new Verdict(kind, reasons);
    }

    private static IEnumerable<Finding> FindingsOf(BurnInJob job, VerdictPolicy policy, Surroundings around)
    {
        // What was said of a counter before the test is old news where it is said again after it.
        var last = job.Stages.LastOrDefault(stage => stage is { Name: StageName.FinalCheck, Result: not null })?.Result;
        foreach (var stage in job.Stages.Where(stage => stage.Result is not null))
        {
            foreach (var reason in stage.Result!.Reasons.Where(reason =>
                stage.Name != StageName.Precheck || last?.Reasons.Any(later => later.Code == reason.Code && later.Rule == reason.Rule && later.Severity >= reason.Severity) != true))
            {
                yield return new Finding(reason, stage);
            }

            foreach (var reason in stage.Result.Kernel is { } sight ? KernelReasons.Of(policy, sight) : [])
            {
                yield return new Finding(reason, stage);
            }

            if (stage is { Name: StageName.SurfaceValidate, Result.Speed: { } curve, StartedAt: { } from, FinishedAt: { } to })
            {
                foreach (var reason in SpeedJudge.Judge(policy, job.Target.Medium, curve, around.Siblings, new SpeedOccasion(job.Nas, from, to)))
                {
                    yield return new Finding(reason, stage);
                }
            }
        }
    }

    private static Reason Explained(Finding finding, List<Suspicion> suspicions) =>
        finding.Reason.Severity == Severity.Fail && suspicions.Any(suspicion => suspicion.Explains(finding))
            ? finding.Reason with { Severity = Severity.Inconclusive }
            : finding.Reason;

    /// <summary>A pass without a word is for drives of which every byte was written and read back.</summary>
    private static IEnumerable<Finding> Untested(BurnInJob job, VerdictPolicy policy)
    {
        var isWhole = job.Stages.Any(stage => stage is { Name: StageName.SurfaceValidate, State: StageState.Passed, Result: { UntestedBytes: 0 } result } && result.TestedBytes >= job.Target.SizeBytes);
        if (!isWhole && !job.Stages.Any(stage => stage.Result?.Reasons.Any(reason => reason.Code is "untested_bytes" or "read_only" or "simulated") == true))
        {
            yield return new Finding(
                new Reason("surface_untested", Severity.Note, job.TestsSurface ? "It was not proved of every byte that it can be written and read back." : "Not one byte of the surface was tested: this run did not ask for it.", policy.Id),
                null);
        }
    }
}
