using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Provenance;
using Burnin.Domain.Smart;
using Burnin.Domain.Smart.Rules;

namespace Burnin.Domain.Verdicts;

/// <summary>
/// What one output of smartctl says by itself, under a policy: without a test, without a moment before it, and so never a
/// pass without a word. An output that lacks a part of what counts, or is of several drives, is none at all.
/// </summary>
public static class OutputVerdict
{
    public static Verdict Judge(VerdictPolicy policy, SmartSnapshot output)
    {
        var identity = output.Report?.Identity ?? new SmartIdentity();
        var target = new DriveTarget { Serial = identity.Serial ?? "", SizeBytes = identity.CapacityBytes ?? 0, Model = identity.Model ?? "" };
        var tempered = policy with { Overrides = VerdictPolicies.OverridesFor(target.Model, policy.Overrides) };
        var reasons = SmartJudge.After(tempered, DriveMedium.Unknown, null, output, null)
            .Concat(output.IsReadable ? ProvenanceJudge.Judge(tempered, target, null, output) : [])
            .Concat(output.IsReadable ? Partial(policy, output.Report!) : [])
            .Select(NextSteps.WithNextStep)
            .OrderByDescending(reason => reason.Severity)
            .DistinctBy(reason => (reason.Code, reason.Text))
            .ToImmutableArray();
        var kind = reasons.Any(reason => reason.Severity == Severity.Fail) ? VerdictKind.Fail
            : !output.IsReadable || reasons.Any(reason => reason.Severity == Severity.Inconclusive) ? VerdictKind.Inconclusive
            : VerdictKind.PassWithNotes;
        return new Verdict(kind, reasons);
    }

    private static IEnumerable<Reason> Partial(VerdictPolicy policy, SmartReport report)
    {
        yield return new Reason("surface_untested", Severity.Note, "This is one look at what the drive says of itself: not one byte was written or read.", policy.Id);
        if (report.IsFirstOfSeveral)
        {
            yield return new Reason("several_reports", Severity.Inconclusive, "There is more than one report in the text, and only the first was read.", policy.Id)
            {
                WhatNext = "Save the output of each drive in a file of its own.",
            };
        }

        if (SmartCoverage.Missing(report).ToList() is { Count: > 0 } missing)
        {
            yield return new Reason("smart_incomplete", Severity.Inconclusive, $"The output lacks {string.Join(", ", missing)}: it was cut, or smartctl was asked for less than -x, or is too old to tell.", policy.Id);
        }
    }
}
