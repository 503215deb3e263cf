using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class JobPauseTests
{
    [Theory]
    [InlineData("leased")]
    [InlineData("prechecked")]
    [InlineData("failed")]
    public void Between_stages_nothing_is_begun_until_it_is_resumed(string point)
    {
        var job = JobPoints.At(point).Pausing();

        Assert.IsType<JobStep.Rest>(job.NextStep);
        Assert.Equal(("paused", "eve"), (job.Job.StateWord, job.Job.PausedBy));
        Assert.Empty(job.Tell(new JobInput.StageDue()));
        Assert.IsType<JobStep.BeginStage>(job.Resuming().NextStep);
    }

    [Fact]
    public void A_job_in_the_queue_gives_its_place_back_and_asks_anew_when_it_is_resumed()
    {
        var job = new JobUnderTest().Told(new JobInput.LeaseAnswered(false, 2)).Pausing();

        Assert.IsType<JobStep.LeaveQueue>(job.NextStep);
        Assert.IsType<JobStep.Rest>(job.Told(new JobInput.QueueLeft()).NextStep);
        Assert.Empty(job.Tell(new JobInput.LeaseAnswered(true, 0)));
        Assert.Equal(("paused", null), (job.Job.StateWord, job.Job.QueuePosition));

        Assert.IsType<JobStep.AcquireLease>(job.Resuming().NextStep);
        Assert.Equal("queued", job.Job.StateWord);
        Assert.IsType<JobStep.LeaveQueue>(job.Pausing().NextStep);
    }

    [Fact]
    public void A_look_at_the_drive_is_brought_to_its_end_and_nothing_after_it_is_begun()
    {
        var job = new JobUnderTest().Examining().Pausing();

        Assert.IsType<JobStep.Examine>(job.NextStep);
        Assert.IsType<JobStep.Rest>(job.Examined(Sample.Healthy).NextStep);
    }

    [Fact]
    public void A_run_is_held_watched_and_let_go_on()
    {
        var job = new JobUnderTest().Running().At(40).Pausing();

        Assert.Equal("01J-1", Assert.IsType<JobStep.Hold>(job.NextStep).Order.RunId);
        Assert.IsType<JobStep.Watch>(job.Held().NextStep);
        Assert.Equal("01J-1", Assert.IsType<JobStep.Release>(job.Resuming().NextStep).Order.RunId);
        Assert.IsType<JobStep.Watch>(job.Released().NextStep);
        Assert.Equal(("running", null), (job.Job.StateWord, job.Job.Held));
    }

    [Fact]
    public void A_run_nobody_knows_to_be_started_is_held_and_started_only_when_it_is_resumed()
    {
        var job = new JobUnderTest().Launching().Pausing();

        Assert.IsType<JobStep.Hold>(job.NextStep);
        Assert.IsType<JobStep.Rest>(job.Held().NextStep);
        Assert.IsType<JobStep.Release>(job.Resuming().NextStep);
        Assert.IsType<JobStep.Launch>(job.Released().NextStep);
    }

    [Fact]
    public void A_run_that_was_lost_while_paused_is_not_ordered_again_until_it_is_resumed()
    {
        var job = new JobUnderTest().Running().At(40).Pausing().Held().Lost();

        Assert.IsType<JobStep.Rest>(job.NextStep);
        Assert.IsType<JobStep.Release>(job.Resuming().NextStep);
        Assert.IsType<JobStep.Launch>(job.Released().NextStep);
    }

    [Fact]
    public void A_run_that_cannot_stand_still_goes_on_and_the_job_rests_after_it()
    {
        var job = new JobUnderTest().Running().At(40).Pausing().Held(standsStill: false);

        Assert.IsType<JobStep.Watch>(job.NextStep);
        Assert.Equal("paused", job.Job.StateWord);
        Assert.Contains("goes on to its end", job.Job.Held, StringComparison.Ordinal);
        Assert.IsType<JobStep.Rest>(job.Seen(new RunSnapshot.Ended(Sample.Passed)).NextStep);
    }

    [Fact]
    public void What_the_host_may_have_heard_before_a_crash_is_taken_back()
    {
        // The order to hold may be on the host although its answer never came.
        var job = new JobUnderTest().Running().Pausing().Told(new JobInput.TakenOver()).Resuming();

        Assert.IsType<JobStep.Release>(job.NextStep);
    }

    [Fact]
    public void Pausing_again_before_the_run_was_let_go_holds_it_again() =>
        Assert.IsType<JobStep.Hold>(new JobUnderTest().Running().Pausing().Held().Resuming().Pausing().NextStep);

    [Fact]
    public void Losses_while_it_stands_still_are_not_held_against_a_run()
    {
        var job = new JobUnderTest().Running().At(10);
        for (var loss = 0; loss < 5; loss++)
        {
            job.Pausing().Held().Lost().Resuming().Released().Confirmed().At(10);
        }

        Assert.Equal((StageState.Running, 0), (job.Job.Current!.State, job.Job.Run!.FruitlessLosses));
    }

    [Theory]
    [InlineData("paused in the queue")]
    [InlineData("out of the queue")]
    public void A_paused_job_in_the_queue_is_cancelled_at_once(string point) =>
        Assert.Equal(("cancelled", null), (JobPoints.At(point).Cancelling().Job.StateWord, JobPoints.At(point).Cancelling().Job.PausedBy));

    [Theory]
    [InlineData("paused between", null)]
    [InlineData("paused examination", null)]
    [InlineData("paused launch", "01J-1")]
    [InlineData("pausing", "01J-1")]
    [InlineData("paused", "01J-1")]
    [InlineData("paused, lost", "01J-1")]
    [InlineData("resuming", "01J-1")]
    public void A_paused_job_can_be_cancelled(string point, string? runId)
    {
        var job = JobPoints.At(point).Cancelling();

        Assert.Equal(runId, Assert.IsType<JobStep.Stop>(job.NextStep).Order?.RunId);
        Assert.Equal("cancelled", job.Told(new JobInput.Stopped()).Job.StateWord);
    }

    [Fact]
    public void Heat_that_holds_a_run_shows_as_paused_with_its_own_words()
    {
        var job = new JobUnderTest().Running().Seen(new RunSnapshot.Running(new RunProgress { Percent = 12, Held = "Too hot: 56 °C." }));

        Assert.Equal(("paused", "Too hot: 56 °C.", null), (job.Job.StateWord, job.Job.Held, job.Job.PausedBy));
        Assert.Equal(("running", null), (job.At(13).Job.StateWord, job.Job.Held));
    }

    [Fact]
    public void Trouble_with_the_hold_is_shown_and_tried_again()
    {
        var job = new JobUnderTest().Running().Pausing().Told(new JobInput.NasTroubled(NasFault.NotSupported, "No such verb."));

        Assert.Equal("No such verb.", job.Job.Trouble);
        Assert.IsType<JobStep.Hold>(job.NextStep);
    }

    [Fact]
    public void Time_spent_paused_makes_no_drive_look_slow()
    {
        var job = new JobUnderTest().Running().At(50);
        job.Now += TimeSpan.FromSeconds(100);
        job.Pausing().Held();
        job.Now += TimeSpan.FromHours(10);
        Assert.Null(JobProgress.EtaOf(job.Job, job.Now));
        job.Resuming().Released().At(50);

        Assert.Equal(job.Now.AddSeconds(100 + 400), JobProgress.EtaOf(job.Job, job.Now));
    }

    [Fact]
    public void A_job_that_ends_while_paused_is_not_shown_as_paused()
    {
        var job = new JobUnderTest().Prechecked().Through(Sample.Passed).Through(Sample.Passed).Told(new JobInput.StageDue()).Pausing().Examined(Sample.Healthy);

        Assert.Equal(("passed", null, null), (job.Job.StateWord, job.Job.PausedBy, job.Job.Held));
    }
}
