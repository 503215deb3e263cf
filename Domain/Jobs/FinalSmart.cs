using System.Collections.Immutable;
using Burnin.Domain.Smart;
using Burnin.Domain.Smart.Rules;

namespace Burnin.Domain.Jobs;

/// <summary>
/// What a drive's SMART data say when all stages are done: in which of them a count was first seen to have grown, and of a
/// drive that has fallen silent, what it said last.
/// </summary>
internal static class FinalSmart
{
    public static ImmutableArray<Reason> Judge(BurnInJob job, SmartSnapshot smart)
    {
        var between = job.Stages.Where(stage => stage.Result?.Smart is { IsReadable: true })
            .Select(stage => (stage.Name, Reasons: After(stage.Result!.Smart!, hottestCelsius: null)))
            .ToImmutableArray();
        var atEnd = After(smart, job.Stages.Max(stage => stage.Result?.HottestCelsius));

        // That it is not told any more takes nothing back.
        var last = smart.IsReadable || between.IsEmpty ? [] : between[^1].Reasons.Where(reason => reason.Severity == Severity.Fail);
        return [.. atEnd.Concat(last).Select(reason => IsGrown(reason) ? Dated(reason, between) : reason)];

        ImmutableArray<Reason> After(SmartSnapshot now, int? hottestCelsius) =>
            SmartJudge.After(job.VerdictPolicy, job.Target.Medium, job.Baseline, now, hottestCelsius);
    }

    private static Reason Dated(Reason reason, ImmutableArray<(StageName Name, ImmutableArray<Reason> Reasons)> between)
    {
        foreach (var (name, reasons) in between)
        {
            if (reasons.Any(seen => seen.Code == reason.Code && IsGrown(seen)))
            {
                return reason with { Text = $"{reason.Text} First seen after {name.Words}." };
            }
        }

        return reason;
    }

    private static bool IsGrown(Reason reason) => reason.Before < reason.After;
}
