using System.Collections.Immutable;
using Burnin.Domain.Nases;
using Burnin.Domain.Provenance;
using Burnin.Domain.Smart.Rules;

namespace Burnin.Domain.Jobs;

/// <summary>
/// Whether a drive may be begun with: identity, emptiness, heat, what its SMART data say by the job's policy, and whether it
/// is the drive that was paid for. What cannot be read is a note, never a guess.
/// </summary>
public static class PrecheckJudge
{
    private const string Rule = "precheck";

    public static RunResult Judge(BurnInJob job, DriveExamination examination, JobPolicy policy)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        reasons.AddRange(StartGuard.RefusalsOf(job.Target, examination.Facts, job.Surface, job.TestsSurface)
            .Select(fact => new Reason(fact.Code, Severity.Inconclusive, fact.Detail, Rule)));
        reasons.AddRange(StartGuard.OverriddenOf(examination.Facts, job.Surface, job.TestsSurface)
            .Select(fact => new Reason(fact.Code, Severity.Note, $"{job.Operator} said that this is stale: {fact.Detail}", Rule)));

        if ((examination.Smart.TemperatureCelsius ?? examination.Facts?.TemperatureCelsius) is { } celsius && celsius >= policy.CriticalCelsius)
        {
            reasons.Add(new Reason("too_hot", Severity.Inconclusive, $"The drive is at {celsius} °C; it is not begun with at {policy.CriticalCelsius} °C or more. Cool it, then start again.", Rule)
            {
                After = celsius,
                Limit = policy.CriticalCelsius - 1,
            });
        }

        reasons.AddRange(SmartJudge.Before(job.VerdictPolicy, job.Target.Medium, examination.Told));
        if (examination.Facts?.SmartPassed == false && !reasons.Any(reason => reason.Code == "smart_health"))
        {
            reasons.Add(new Reason("smart_health", Severity.Fail, "The drive's own health assessment says FAILED.", Rule));
        }

        reasons.AddRange(ProvenanceJudge.Judge(job.VerdictPolicy, job.Target, examination.Facts, examination.Smart));
        return StageResults.Of(reasons.ToImmutable());
    }
}
