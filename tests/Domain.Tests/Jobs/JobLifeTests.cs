using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class JobLifeTests
{
    [Fact]
    public void A_job_goes_through_its_stages_to_a_pass_and_its_chores()
    {
        var job = new JobUnderTest();
        var life = new List<string>();
        foreach (var input in HappyInputs)
        {
            var step = job.NextStep;
            life.Add($"{step?.GetType().Name}: {string.Join(" ", job.Tell(input).Select(happened => happened.GetType().Name))}");
        }

        Assert.Equal(
            [
                "AcquireLease: Waiting",
                "AcquireLease: LeaseGranted",
                "BeginStage: StageBegun",
                "Examine: BaselineTaken StageEnded",
                "BeginStage: StageBegun",
                "Launch: RunConfirmed",
                "Watch: Progressed",
                "Watch: StageEnded",
                "BeginStage: StageBegun",
                "Launch: RunConfirmed",
                "Watch: StageEnded",
                "BeginStage: StageBegun",
                "Examine: FinalTaken StageEnded Ended",
                "DoChore: ChoreDone",
                "DoChore: ChoreDone",
                "DoChore: ChoreDone",
                "DoChore: ChoreDone",
            ],
            life);
        Assert.Null(job.NextStep);
        Assert.Equal(VerdictKind.Pass, job.Job.Verdict!.Kind);
        Assert.Equal(JobPhase.Finished, job.Job.Phase);
        Assert.Equal(["01J-1", "01J-2"], job.Job.RunIds);
        Assert.All(job.Job.Stages, stage => Assert.Equal((StageState.Passed, 100.0), (stage.State, stage.Percent)));
    }

    private static readonly JobInput[] HappyInputs =
    [
        new JobInput.LeaseAnswered(false, 2),
        new JobInput.LeaseAnswered(true, 0),
        new JobInput.StageDue(),
        new JobInput.Examined(Sample.Healthy),
        new JobInput.StageDue(),
        new JobInput.Launched("01J-1", new LaunchAnswer.Running("17")),
        new JobInput.Observed("01J-1", new RunSnapshot.Running(new RunProgress { Percent = 40 })),
        new JobInput.Observed("01J-1", new RunSnapshot.Ended(Sample.Passed)),
        new JobInput.StageDue(),
        new JobInput.Launched("01J-2", new LaunchAnswer.Running("18")),
        new JobInput.Observed("01J-2", new RunSnapshot.Ended(Sample.Passed)),
        new JobInput.StageDue(),
        new JobInput.Examined(Sample.Healthy),
        new JobInput.ChoreDone(JobChore.ReleaseLease),
        new JobInput.ChoreDone(JobChore.TellDrive),
        new JobInput.ChoreDone(JobChore.TellPeople),
        new JobInput.ChoreDone(JobChore.CleanHost),
    ];

    [Fact]
    public void The_baseline_is_kept_without_its_raw_text() =>
        Assert.Equal(Sample.Smart with { Raw = null }, new JobUnderTest().Prechecked().Job.Baseline);

    [Fact]
    public void What_a_result_rests_on_goes_with_the_event_and_not_with_the_job()
    {
        StageEvidence log = new("surface.log", "all of it");
        var job = new JobUnderTest().Running().Seen(new RunSnapshot.Ended(Sample.Passed with { Evidence = [log] }));

        Assert.Equal([log], job.Events.OfType<JobEvent.StageEnded>().Last().Result.Evidence);
        Assert.Empty(job.Job.Stages[1].Result!.Evidence);
    }

    [Fact]
    public void The_smart_data_before_and_after_are_evidence_as_they_came()
    {
        var ends = new JobUnderTest().Finished().Events.OfType<JobEvent.StageEnded>().ToList();

        Assert.Equal([new StageEvidence("smart_before.txt", "smartctl said") { SmartTakenAt = Sample.Noon }], ends[0].Result.Evidence);
        Assert.Equal([new StageEvidence("smart_after.txt", "smartctl said") { SmartTakenAt = Sample.Noon }], ends[^1].Result.Evidence);
        var json = new JobUnderTest().Examining().Examined(Sample.Healthy with { Smart = Sample.Smart with { Raw = " {}" } });
        Assert.Equal("smart_before.json", Assert.Single(json.Events.OfType<JobEvent.StageEnded>().Single().Result.Evidence).Name);
        var none = new JobUnderTest().Examining().Examined(Sample.Healthy with { Smart = Sample.Smart with { Raw = null } });
        Assert.Empty(none.Events.OfType<JobEvent.StageEnded>().Single().Result.Evidence);
    }

    [Fact]
    public void Evidence_that_is_too_long_keeps_its_head_and_its_tail_and_says_so()
    {
        var text = "HEAD" + new string('x', StageEvidence.MaxLength) + "TAIL";

        var cut = new StageEvidence("a.log", text).Bounded().Text;

        Assert.StartsWith("HEAD", cut, StringComparison.Ordinal);
        Assert.EndsWith("TAIL", cut, StringComparison.Ordinal);
        Assert.Contains("\n[Burnin left out 8 characters here.]\n", cut, StringComparison.Ordinal);
        Assert.Equal("short", new StageEvidence("a.log", "short").Bounded().Text);
    }

    [Fact]
    public void After_a_failed_stage_only_the_final_check_still_runs()
    {
        var job = new JobUnderTest().Prechecked().Through(Sample.Failed);

        Assert.Equal(StageName.FinalCheck, job.Job.Current!.Name);
        job.FinallyExamined();

        Assert.Equal([StageState.Passed, StageState.Failed, StageState.Skipped, StageState.Passed], job.States);
        Assert.Equal(VerdictKind.Fail, job.Job.Verdict!.Kind);
        Assert.Equal(["01J-1"], job.Job.RunIds);
    }

    [Fact]
    public void A_drive_that_does_not_pass_the_precheck_is_left_alone()
    {
        var sick = new JobUnderTest().Examining().Examined(Sample.Sick);
        var gone = new JobUnderTest().Examining().Examined(Sample.Gone);

        Assert.Equal([StageState.Failed, StageState.Skipped, StageState.Skipped, StageState.Skipped], sick.States);
        Assert.Equal(VerdictKind.Fail, sick.Job.Verdict!.Kind);
        Assert.Equal([StageState.Inconclusive, StageState.Skipped, StageState.Skipped, StageState.Skipped], gone.States);
        Assert.Equal(VerdictKind.Inconclusive, gone.Job.Verdict!.Kind);
    }

    [Fact]
    public void A_job_that_ordered_no_run_has_nothing_to_clean_up_on_the_host() =>
        Assert.Equal([JobChore.ReleaseLease, JobChore.TellDrive, JobChore.TellPeople], new JobUnderTest().Examining().Examined(Sample.Sick).Job.Chores);

    [Fact]
    public void A_stage_that_cannot_be_judged_does_not_keep_the_others_from_running()
    {
        var job = new JobUnderTest().Prechecked().Through(Sample.Undecided).Through(Sample.Passed).FinallyExamined();

        Assert.Equal([StageState.Passed, StageState.Inconclusive, StageState.Passed, StageState.Passed], job.States);
        Assert.Equal(VerdictKind.Inconclusive, job.Job.Verdict!.Kind);
    }

    [Fact]
    public void A_refusal_of_the_host_ends_the_stage_with_the_facts_of_the_host()
    {
        var job = new JobUnderTest().Launching()
            .Told(new JobInput.Launched("01J-1", new LaunchAnswer.Refused([new InUseFact("mounted", "sda1 is mounted on /mnt.")])));

        var reason = Assert.Single(job.Job.Stages[1].Result!.Reasons);
        Assert.Equal(("mounted", Severity.Inconclusive), (reason.Code, reason.Severity));
        Assert.Equal(StageName.SurfaceValidate, job.Job.Current!.Name);
        Assert.IsType<JobStep.BeginStage>(job.NextStep);
    }

    [Fact]
    public void A_refusal_without_facts_is_inconclusive_for_a_reason_all_the_same() =>
        Assert.Single(new JobUnderTest().Launching().Told(new JobInput.Launched("01J-1", new LaunchAnswer.Refused([]))).Job.Stages[1].Result!.Reasons);

    [Fact]
    public void What_is_impossible_on_this_nas_is_inconclusive_and_the_next_stage_is_tried()
    {
        var job = new JobUnderTest().Launching().Told(new JobInput.Launched("01J-1", new LaunchAnswer.Impossible("No smartctl.")));

        Assert.Equal(StageState.Inconclusive, job.Job.Stages[1].State);
        Assert.IsType<JobStep.BeginStage>(job.NextStep);
    }

    [Fact]
    public void A_fenced_activation_that_can_still_store_goes_above_the_epoch_of_the_host()
    {
        ImmutableArray<JobUnderTest> jobs =
            [new JobUnderTest().Launching(), new JobUnderTest().Running().Pausing(), new JobUnderTest().Running().Pausing().Held().Resuming(), new JobUnderTest().Running().Cancelling()];

        Assert.All(jobs, job => Assert.Equal(9, job.Told(new JobInput.Fenced(8)).Job.Epoch));
        Assert.Equal(9, Assert.IsType<JobStep.Launch>(jobs[0].NextStep).Order.Epoch);
        Assert.Equal(9, Assert.IsType<JobStep.Hold>(jobs[1].NextStep).Order.Epoch);
        Assert.Equal(9, Assert.IsType<JobStep.Release>(jobs[2].NextStep).Order.Epoch);
        Assert.Equal(9, Assert.IsType<JobStep.Stop>(jobs[3].NextStep).Order!.Epoch);
        Assert.All(jobs, job => Assert.Empty(job.Tell(new JobInput.Fenced(8))));
    }

    [Theory]
    [InlineData(StageState.Pending)]
    [InlineData(StageState.Running)]
    [InlineData(StageState.Skipped)]
    [InlineData(StageState.Cancelled)]
    public void A_result_that_is_no_end_is_inconclusive_so_that_the_job_goes_on(StageState state)
    {
        var job = new JobUnderTest().Running().Seen(new RunSnapshot.Ended(Sample.Result(state)));

        Assert.Equal(StageState.Inconclusive, job.Job.Stages[1].State);
        Assert.IsType<JobStep.BeginStage>(job.NextStep);
        Assert.Single(job.Job.Stages[1].Result!.Reasons);
    }

    [Theory]
    [InlineData(Severity.Note, StageState.Passed)]
    [InlineData(Severity.Inconclusive, StageState.Inconclusive)]
    [InlineData(Severity.Fail, StageState.Failed)]
    public void A_pass_is_no_better_than_its_reasons(Severity severity, StageState state) =>
        Assert.Equal(state, new JobUnderTest().Running()
            .Seen(new RunSnapshot.Ended(Sample.Result(StageState.Passed, new Reason("a", severity, "A.", "test")))).Job.Stages[1].State);

    [Fact]
    public void A_failure_without_a_reason_says_that_it_has_none() =>
        Assert.Equal(("no_reason", Severity.Fail), new JobUnderTest().Running()
            .Seen(new RunSnapshot.Ended(Sample.Result(StageState.Failed))).Job.Stages[1].Result!.Reasons.Select(reason => (reason.Code, reason.Severity)).Single());

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(250, 100)]
    [InlineData(double.PositiveInfinity, 100)]
    [InlineData(double.NaN, 40)]
    public void Percent_stays_percent_whatever_a_tool_says(double said, double percent)
    {
        var job = new JobUnderTest().Running().At(40).At(said);

        Assert.Equal(percent, job.Job.Current!.Percent);
        Assert.Equal(percent, job.Job.Progress!.Percent);
    }

    [Fact]
    public void Clean_up_is_dropped_after_an_hour_and_what_concerns_us_alone_never_is()
    {
        var job = new JobUnderTest().Finished();
        var failures = Enum.GetValues<JobChore>().Select(chore => new JobInput.ChoreFailed(chore, "No answer.")).ToArray();

        job.Now += Sample.Policy.CleanHostWithin;
        Assert.Equal(4, job.Told(failures).Job.Chores.Length);
        job.Now += TimeSpan.FromTicks(1);

        Assert.Equal([JobChore.ReleaseLease, JobChore.TellDrive, JobChore.TellPeople], job.Told(failures).Job.Chores);
        Assert.Empty(job.Tell(new JobInput.ChoreFailed(JobChore.CleanHost, "No answer.")));
    }
}
