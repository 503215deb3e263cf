using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Tests.Jobs;
using Burnin.Domain.Tests.Smart.Rules;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Verdicts;

public sealed class VerdictPropertyTests
{
    private static readonly int[] Damage = [5, 10, 184, 187, 197, 198];

    private static readonly string[] Policies = ["new", "used", "classic"];

    private static readonly string[] KernelLogs =
    [
        "", "1000 ata3: hard resetting link", "1000 ata3.00: error: { UNC }", "1000 mpt3sas_cm0: sending diag reset !!",
        "1000 I/O error, dev sda, sector 9\n1001 I/O error, dev sdb, sector 9\n1002 I/O error, dev sdc, sector 9",
    ];

    private static readonly Gen<(int Id, long Count)> Counter = Gen.Select(Gen.Int[0, Damage.Length - 1].Select(place => Damage[place]), Gen.Long[0, 20]);

    private static readonly Gen<Evidence> Any =
        from policy in Gen.Int[0, Policies.Length - 1].Select(place => Policies[place])
        from before in Counter.Array[0, 4]
        from grown in Counter.Array[0, 4]
        from isHealthy in Gen.Bool
        from surface in Gen.Int[0, 3]
        from kernel in Gen.Int[0, KernelLogs.Length - 1].Select(place => KernelLogs[place])
        from crc in Gen.Long[0, 2]
        select Of(policy, before, grown, isHealthy, surface, kernel, crc);

    [Fact]
    public void More_damage_never_makes_a_better_verdict() => Gen.Select(Any, Gen.Int[0, Damage.Length - 1].Select(place => Damage[place]), Gen.Long[1, 5]).Sample((evidence, id, more) =>
    {
        var worse = evidence with { After = evidence.After.With(id, (evidence.After.Attribute(id)!.Decoded ?? 0) + more) };

        Assert.True(Badness(worse) >= Badness(evidence), $"{id} rose by {more}: {evidence.Codes} became {worse.Codes}");
    });

    [Fact]
    public void Another_bad_word_of_the_drive_never_makes_a_better_verdict() => Any.Sample(evidence =>
    {
        Assert.True(Badness(evidence with { After = evidence.After with { HealthPassed = false } }) >= Badness(evidence));
        Assert.True(Badness(evidence.WithKernel("1000 ata3.00: error: { UNC }")) == Rank(VerdictKind.Fail));
        Assert.True(Badness(evidence with { SelfTest = Sample.Result(StageState.Failed, new Reason("self_test_failed", Severity.Fail, "It failed.", "self_test")) }) == Rank(VerdictKind.Fail));
    });

    [Fact]
    public void Nothing_passes_without_a_word_unless_every_byte_was_verified_and_its_counters_could_be_read() => Gen.Select(Any, Gen.Long[1, 4096], Gen.Int[0, 4]).Sample((evidence, untested, lack) =>
    {
        var lacking = lack switch
        {
            0 => evidence with { Surface = evidence.Surface with { UntestedBytes = untested } },
            1 => evidence with { Surface = evidence.Surface with { UntestedBytes = null } },
            2 => evidence with { Surface = evidence.Surface with { TestedBytes = Evidence.Target.SizeBytes - untested } },
            3 => evidence with { After = evidence.After with { Kind = SmartReportKind.Error } },
            _ => evidence with { Surface = evidence.Surface with { State = StageState.Skipped } },
        };

        Assert.NotEqual(VerdictKind.Pass, lacking.Verdict.Kind);
    });

    [Fact]
    public void A_drive_whose_SMART_data_cannot_be_read_at_the_end_does_not_pass_even_with_notes() => Any.Where(evidence => evidence.Policy != "classic").Sample(evidence =>
        Assert.True(Badness(evidence with { After = evidence.After with { Kind = SmartReportKind.Error } }) >= Rank(VerdictKind.Inconclusive)));

    [Fact]
    public void What_the_link_counts_never_condemns() => Gen.Select(Any, Gen.Long[1, 100_000]).Sample((evidence, crc) =>
    {
        var linked = evidence with { After = evidence.After.With(199, 2 + crc) };

        Assert.False(linked.Verdict.Kind == VerdictKind.Fail && evidence.Verdict.Kind != VerdictKind.Fail);
    });

    [Fact]
    public void A_verdict_fits_its_reasons_and_says_why_it_is_none() => Any.Sample(evidence =>
    {
        var verdict = evidence.Verdict;

        Assert.Equal(verdict.Kind == VerdictKind.Fail, verdict.Reasons.Any(reason => reason.Severity == Severity.Fail));
        Assert.Equal(verdict.Kind == VerdictKind.Pass, verdict.Reasons.IsEmpty);
        Assert.Equal(verdict.Reasons.OrderByDescending(reason => reason.Severity).Select(reason => reason.Severity), verdict.Reasons.Select(reason => reason.Severity));
        Assert.All(verdict.Reasons.Where(reason => reason.Code.StartsWith("cause_", StringComparison.Ordinal)), cause => Assert.NotNull(cause.WhatNext));
        Assert.Equal(verdict.Reasons, evidence.Verdict.Reasons);
    });

    private static Evidence Of(string policy, (int Id, long Count)[] before, (int Id, long Count)[] grown, bool isHealthy, int surface, string kernel, long crc)
    {
        var baseline = before.Aggregate(Reports.Disk, (report, counter) => report.With(counter.Id, counter.Count));
        var end = grown.Aggregate(baseline, (report, counter) => report.With(counter.Id, report.Attribute(counter.Id)!.Decoded!.Value + counter.Count)).With(199, crc);
        var evidence = new Evidence { Policy = policy, Before = baseline, After = end with { HealthPassed = isHealthy } }.WithKernel(kernel);
        return surface switch
        {
            1 => evidence.WithSurface(Evidence.BadBlocks, Evidence.Errors),
            2 => evidence.WithSurface(Evidence.Transient, Evidence.Errors),
            _ => evidence,
        };
    }

    private static int Badness(Evidence evidence) => Rank(evidence.Verdict.Kind);

    private static int Rank(VerdictKind kind) => kind switch
    {
        VerdictKind.Pass => 0,
        VerdictKind.PassWithNotes => 1,
        VerdictKind.Inconclusive => 2,
        VerdictKind.Fail => 3,
    };
}
