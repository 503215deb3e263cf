using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Tests.Smart.Rules;
using Burnin.Domain.Tests.Verdicts;
using Burnin.Domain.Verdicts;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

/// <summary>What the readings between the stages add to the ones before and after all of them.</summary>
public sealed class FinalSmartTests
{
    private static readonly SmartReport Silent = Reports.Disk with { Kind = SmartReportKind.Error };

    [Fact]
    public void What_has_grown_is_said_with_the_stage_after_which_it_was_first_seen()
    {
        Assert.EndsWith("up from 0 before the test. First seen after the long self-test.", Reallocated(1, 8, 8).Text, StringComparison.Ordinal);
        Assert.EndsWith("up from 0 before the test. First seen after the surface test.", Reallocated(0, 8, 9).Text, StringComparison.Ordinal);
        Assert.EndsWith("up from 0 before the test.", Reallocated(0, 0, 8).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_damage_has_no_stage()
    {
        var old = Reports.Disk.With(5, 3);

        var reason = Assert.Single((Ran(old, old, old, "used") with { Before = old }).Verdict.Reasons);

        Assert.EndsWith("the same as before the test.", reason.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "smart_unavailable")]
    [InlineData(true, "drive_gone")]
    public void A_drive_that_falls_silent_takes_back_nothing_of_what_it_said(bool isGone, string code)
    {
        var evidence = Ran(Reports.Disk, Reports.Disk.With(197, 3), Silent, "used") with { IsGone = isGone };

        Assert.Equal(VerdictKind.Fail, evidence.Verdict.Kind);
        Assert.Equal("pending_sectors", evidence.Verdict.Reasons[0].Code);
        Assert.Contains(evidence.Verdict.Reasons, reason => reason.Code == code);
    }

    [Fact]
    public void A_drive_that_falls_silent_and_had_nothing_to_say_is_not_judged() =>
        Assert.Equal("smart_unavailable:inconclusive", Ran(Reports.Disk, Reports.Disk, Silent, "new").Codes);

    [Fact]
    public void Another_policy_sees_the_readings_between_as_well()
    {
        var job = Ran(Reports.Disk, Reports.Disk.With(5, 8), Reports.Disk.With(5, 9), "used").Job;

        var again = Rejudgement.Of(job, VerdictPolicies.New, job.Baseline, job.Final, Surroundings.None);

        Assert.EndsWith("First seen after the surface test.", again.Reasons[0].Text, StringComparison.Ordinal);
    }

    private static Reason Reallocated(long afterSelfTest, long afterSurface, long atEnd) =>
        Ran(Reports.Disk.With(5, afterSelfTest), Reports.Disk.With(5, afterSurface), Reports.Disk.With(5, atEnd), "new").Verdict.Reasons.Single(reason => reason.Code == "reallocated_sectors");

    private static Evidence Ran(SmartReport afterSelfTest, SmartReport afterSurface, SmartReport atEnd, string policy) => Evidence.Healthy with
    {
        Policy = policy,
        Before = Reports.Disk,
        SelfTest = Evidence.Healthy.SelfTest with { Smart = afterSelfTest.Snapshot() },
        Surface = Evidence.Healthy.Surface with { Smart = afterSurface.Snapshot() },
        After = atEnd,
    };
}
