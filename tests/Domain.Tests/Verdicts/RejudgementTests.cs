using Burnin.Domain.Jobs;
using Burnin.Domain.Tests.Jobs;
using Burnin.Domain.Tests.Smart.Rules;
using Burnin.Domain.Verdicts;
using Xunit;

namespace Burnin.Domain.Tests.Verdicts;

public sealed class RejudgementTests
{
    private static readonly Evidence Worn = Evidence.Healthy with { Policy = "used", Before = Reports.Disk.With(5, 4), After = Reports.Disk.With(5, 4) };

    [Fact]
    public void The_same_policy_says_the_same_again()
    {
        var again = Again(Worn, "used");

        Assert.Equal(Worn.Verdict.Kind, again.Kind);
        Assert.Equal(Worn.Verdict.Reasons, again.Reasons);
    }

    [Fact]
    public void A_stricter_policy_condemns_what_a_milder_one_let_pass() =>
        Assert.Equal((VerdictKind.PassWithNotes, VerdictKind.Fail), (Worn.Verdict.Kind, Again(Worn, "new").Kind));

    [Fact]
    public void A_milder_policy_lets_pass_what_a_stricter_one_condemned()
    {
        var again = Again(Worn with { Policy = "new" }, "used");

        Assert.Equal(VerdictKind.PassWithNotes, again.Kind);
        Assert.All(again.Reasons, reason => Assert.Equal("used@1", reason.Rule));
    }

    [Fact]
    public void What_no_policy_has_a_say_in_stays() => Assert.Equal(VerdictKind.Fail, Again(Evidence.Healthy.WithSurface(Evidence.BadBlocks), "used").Kind);

    [Fact]
    public void A_run_that_a_strict_policy_did_not_begin_is_not_tested_under_a_mild_one()
    {
        var job = Sample.Job([.. Sample.Plan]) with { Policy = "new@1", Target = Evidence.Target };
        var precheck = PrecheckJudge.Judge(job, Sample.Healthy with { Facts = Sample.Facts with { Serial = "ZL2", Wwn = null, SizeBytes = Evidence.Target.SizeBytes }, Smart = Reports.Disk.With(5, 4).Snapshot() }, Sample.Policy);
        Assert.Equal(StageState.Failed, precheck.State);
        var ended = job with
        {
            Baseline = Reports.Disk.With(5, 4).Snapshot(),
            Stages = [.. job.Stages.Select(stage => stage.Name == StageName.Precheck ? stage with { State = precheck.State, Result = precheck } : stage with { State = StageState.Skipped })],
        };

        Assert.Equal(VerdictKind.Fail, VerdictJudge.Judge(ended, Surroundings.None).Kind);
        Assert.Equal(VerdictKind.Inconclusive, Rejudgement.Of(ended, VerdictPolicies.Used, ended.Baseline, null, Surroundings.None).Kind);
    }

    [Fact]
    public void What_an_old_job_was_judged_by_is_replaced_and_not_added_to()
    {
        var old = Worn.Job;
        var result = Sample.Result(StageState.Failed, new Reason("reallocated_sectors", Severity.Fail, "Reallocated sectors: 4.", "classic"), new Reason("smart_unavailable", Severity.Note, "No SMART data: USB bridge.", "final_check"));
        old = old with { Policy = null, Stages = [.. old.Stages.Select(stage => stage.Name == StageName.FinalCheck ? stage with { State = StageState.Failed, Result = result } : stage)] };

        var again = Rejudgement.Of(old, VerdictPolicies.Used, old.Baseline, old.Final, Surroundings.None);

        Assert.Equal((VerdictKind.PassWithNotes, "reallocated_sectors"), (again.Kind, Assert.Single(again.Reasons).Code));
    }

    [Fact]
    public void Without_the_evidence_what_was_said_then_is_all_there_is()
    {
        var job = (Worn with { Policy = "new" }).Job;

        Assert.Equal(VerdictKind.Fail, Rejudgement.Of(job, VerdictPolicies.Used, null, null, Surroundings.None).Kind);
    }

    [Theory]
    [InlineData(null, "classic@1")]
    [InlineData("new@1", "new@1")]
    [InlineData("used@99", "used@1")]
    [InlineData("gone@1", "classic@1")]
    public void A_stored_policy_is_found_by_its_name(string? stored, string expected) =>
        Assert.Equal(expected, (Sample.Job() with { Policy = stored }).VerdictPolicy.Id);

    private static Verdict Again(Evidence evidence, string policy) =>
        Rejudgement.Of(evidence.Job, VerdictPolicies.Find(policy)!, evidence.Job.Baseline, evidence.Job.Final, evidence.Around);
}
