using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class JobStuckTests
{
    private static readonly RunProgress At40 = new() { Percent = 40, Phase = "pass 2 of 4, write" };

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_surface_run_that_shows_no_change_for_an_hour_is_stopped_and_ends_as_inconclusive()
    {
        var job = Surface().StillFor(Hour - TimeSpan.FromMinutes(1), At40);
        Assert.IsType<JobStep.Watch>(job.NextStep);

        job.StillFor(TimeSpan.FromMinutes(1), At40);

        Assert.Equal("01J-1", Assert.IsType<JobStep.Stop>(job.NextStep).Order!.RunId);
        Assert.Equal(StageState.Running, job.Job.Current!.State);

        // What it had found is still with the host.
        job.Told(new JobInput.Stopped());
        Assert.IsType<JobStep.Watch>(job.NextStep);
        var stopped = Sample.Undecided with { Reasons = [new Reason("stopped", Severity.Inconclusive, "The run was stopped.", "surface")] };
        var reason = Assert.Single(job.Seen(new RunSnapshot.Ended(stopped)).Job.Stages[1].Result!.Reasons);
        Assert.Equal(("stuck", Severity.Inconclusive), (reason.Code, reason.Severity));
        Assert.Contains("60 minutes, at 40 % (pass 2 of 4, write)", reason.Text, StringComparison.Ordinal);
        Assert.Equal(StageName.FinalCheck, job.Job.Current!.Name);
        Assert.IsType<JobStep.BeginStage>(job.NextStep);
    }

    [Fact]
    public void Bad_blocks_that_a_stuck_run_had_found_condemn_the_drive()
    {
        var job = Surface().StillFor(Hour, At40).Told(new JobInput.Stopped());

        job.Seen(new RunSnapshot.Ended(Sample.Failed));

        Assert.Equal(StageState.Failed, job.Job.Stages[1].State);
        Assert.Contains(job.Job.Stages[1].Result!.Reasons, reason => reason.Code == "stuck");
    }

    [Fact]
    public void Errors_that_were_seen_of_a_run_that_left_nothing_condemn_the_drive()
    {
        var job = Surface().StillFor(Hour, At40 with { Errors = 3 }).Told(new JobInput.Stopped());

        job.Lost();

        Assert.Equal((StageState.Failed, "errors_seen"), (job.Job.Stages[1].State, job.Job.Stages[1].Result!.Reasons[0].Code));
    }

    [Fact]
    public void A_late_order_that_lets_a_held_run_go_or_holds_a_free_one_is_put_right()
    {
        var paused = Surface().At(10).Pausing().Held().At(20);
        var free = Surface().Seen(new RunSnapshot.Running(At40 with { Held = "Paused.", IsPaused = true }));

        Assert.IsType<JobStep.Hold>(paused.NextStep);
        Assert.IsType<JobStep.Release>(free.NextStep);
    }

    [Fact]
    public void A_self_test_may_stand_still_for_a_day()
    {
        var job = new JobUnderTest().Running();

        Assert.IsType<JobStep.Watch>(job.StillFor(TimeSpan.FromHours(23), At40).NextStep);
        Assert.IsType<JobStep.Stop>(job.StillFor(Hour, At40).NextStep);
    }

    [Fact]
    public void Any_change_of_percent_errors_or_phase_begins_the_time_anew()
    {
        RunProgress[] changes = [At40 with { Percent = 40.001 }, At40 with { Errors = 1 }, At40 with { Phase = "pass 2 of 4, verify" }];

        Assert.All(changes, change =>
            Assert.IsType<JobStep.Watch>(Surface().StillFor(Hour - TimeSpan.FromMinutes(1), At40).StillFor(Hour - TimeSpan.FromMinutes(1), change).NextStep));
    }

    [Fact]
    public void Speed_alone_is_no_progress() =>
        Assert.IsType<JobStep.Stop>(Surface().StillFor(Hour / 2, At40).StillFor(Hour / 2, At40 with { BytesPerSecond = 7 }).NextStep);

    [Fact]
    public void Time_that_nobody_saw_is_not_held_against_a_run()
    {
        var job = Surface().StillFor(Hour / 2, At40);
        job.Seen(new RunSnapshot.Unseen("No answer."));
        job.Now += TimeSpan.FromDays(1);

        Assert.IsType<JobStep.Watch>(job.StillFor(Hour / 4, At40).NextStep);
    }

    [Fact]
    public void Time_that_it_was_held_is_not_held_against_a_run()
    {
        var hot = Surface().StillFor(TimeSpan.FromDays(1), At40 with { Held = "Too hot." });
        var paused = Surface().StillFor(Hour / 2, At40).Pausing().Held().StillFor(TimeSpan.FromDays(1), At40 with { Held = "Paused.", IsPaused = true });

        Assert.IsType<JobStep.Watch>(hot.NextStep);
        Assert.IsType<JobStep.Watch>(hot.StillFor(Hour / 2, At40).NextStep);
        Assert.IsType<JobStep.Watch>(paused.NextStep);
        Assert.IsType<JobStep.Watch>(paused.Resuming().Released().StillFor(Hour - TimeSpan.FromMinutes(2), At40).NextStep);
    }

    [Fact]
    public void A_new_activation_does_not_forget_how_long_it_stood_still() =>
        Assert.IsType<JobStep.Stop>(Surface().StillFor(Hour / 2, At40).Told(new JobInput.TakenOver()).StillFor(Hour / 2, At40).NextStep);

    [Fact]
    public void What_is_seen_late_of_a_run_that_was_given_up_changes_nothing()
    {
        var job = Surface().StillFor(Hour, At40);

        Assert.Empty(job.Tell(new JobInput.Observed("01J-1", new RunSnapshot.Ended(Sample.Passed))));
        Assert.Empty(job.Tell(new JobInput.Observed("01J-1", new RunSnapshot.Lost("Gone."))));
    }

    [Fact]
    public void A_run_that_cannot_be_ended_for_ten_minutes_ends_its_stage_without_the_proof()
    {
        var job = Surface().StillFor(Hour, At40).Hanging();
        job.Now += Sample.Policy.EndHangingAfter - TimeSpan.FromTicks(1);
        Assert.IsType<JobStep.Stop>(job.Hanging().NextStep);
        job.Now += TimeSpan.FromTicks(1);

        var reason = Assert.Single(job.Hanging().Job.Stages[1].Result!.Reasons);

        Assert.Equal(("drive_hangs", Severity.Inconclusive), (reason.Code, reason.Severity));
        Assert.Contains("at 40 %", reason.Text, StringComparison.Ordinal);
        Assert.Equal(StageName.FinalCheck, job.Job.Current!.Name);
        Assert.Contains(JobChore.CleanHost, job.FinallyExamined().Job.Chores);
    }

    [Fact]
    public void A_nas_that_does_not_answer_proves_nothing_of_the_drive()
    {
        var job = Surface().StillFor(Hour, At40);
        for (var day = 0; day < 10; day++)
        {
            job.Now += TimeSpan.FromDays(1);
            job.Told(new JobInput.NasTroubled(NasFault.Unreachable, $"No answer on day {day}."));
        }

        Assert.IsType<JobStep.Stop>(job.NextStep);
        Assert.Null(job.Job.Run!.HangsSince);
    }

    [Fact]
    public void A_stuck_run_whose_job_is_paused_ends_its_stage_and_the_job_rests() =>
        Assert.IsType<JobStep.Rest>(Surface().StillFor(Hour, At40).Pausing().Told(new JobInput.Stopped()).Seen(new RunSnapshot.Ended(Sample.Undecided)).NextStep);

    private static JobUnderTest Surface() => new JobUnderTest(StageName.Precheck, StageName.SurfaceValidate, StageName.FinalCheck).Running();
}
