using Burnin.Domain.Jobs;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class JobCancelTests
{
    [Fact]
    public void A_queued_job_is_cancelled_at_once_and_still_gives_its_place_back()
    {
        var job = new JobUnderTest().Told(new JobInput.LeaseAnswered(false, 2)).Cancelling();

        Assert.Equal((JobPhase.Cancelled, "bob", null), (job.Job.Phase, job.Job.CancelledBy, job.Job.QueuePosition));
        Assert.Equal([JobChore.ReleaseLease, JobChore.TellDrive, JobChore.TellPeople], job.Job.Chores);
        Assert.All(job.Job.Stages, stage => Assert.Equal((StageState.Cancelled, null), (stage.State, stage.FinishedAt)));
    }

    [Fact]
    public void A_lease_that_comes_after_the_cancel_starts_nothing() => Assert.Empty(new JobUnderTest().Cancelling().Tell(new JobInput.LeaseAnswered(true, 0)));

    [Theory]
    [InlineData("leased", null)]
    [InlineData("examining", null)]
    [InlineData("prechecked", null)]
    [InlineData("launching", "01J-1")]
    [InlineData("running", "01J-1")]
    [InlineData("lost", "01J-1")]
    public void A_job_with_a_slot_is_cancelled_only_when_the_host_has_proved_it(string point, string? runId)
    {
        var job = JobPoints.At(point).Cancelling();

        Assert.Equal(JobPhase.Running, job.Job.Phase);
        Assert.Equal(runId, Assert.IsType<JobStep.Stop>(job.NextStep).Order?.RunId);
        job.Told(new JobInput.Stopped());

        Assert.Equal(JobPhase.Cancelled, job.Job.Phase);
        Assert.Null(job.Job.Verdict);
        Assert.All(job.Job.Stages, stage => Assert.True(stage.IsOver));
        Assert.Equal(runId is not null, job.Job.Chores.Contains(JobChore.CleanHost));
    }

    [Fact]
    public void Who_asked_first_cancelled() =>
        Assert.Equal("bob", new JobUnderTest().Running().Cancelling().Told(new JobInput.CancelAsked("eve")).Job.CancelledBy);

    [Fact]
    public void A_start_that_was_under_way_is_stopped_by_the_name_that_the_nas_gave_it()
    {
        var job = new JobUnderTest().Launching().Cancelling().Confirmed("17");

        Assert.Equal("17", Assert.IsType<JobStep.Stop>(job.NextStep).Order!.Handle);
    }

    [Theory]
    [InlineData("finished")]
    [InlineData("over")]
    [InlineData("cancelled")]
    public void What_has_ended_cannot_be_cancelled(string point)
    {
        var job = JobPoints.At(point);

        Assert.Empty(job.Tell(new JobInput.CancelAsked("eve")));
        Assert.Empty(job.Tell(new JobInput.Stopped()));
    }

    [Fact]
    public void Proof_of_standstill_cancels_nothing_that_nobody_cancelled() => Assert.Empty(new JobUnderTest().Running().Tell(new JobInput.Stopped()));

    [Fact]
    public void An_examination_that_ends_after_the_cancel_gives_no_verdict()
    {
        var job = new JobUnderTest().Prechecked().Through(Sample.Passed).Through(Sample.Passed).Told(new JobInput.StageDue()).Cancelling();

        Assert.Empty(job.Tell(new JobInput.Examined(Sample.Healthy)));
        Assert.Equal(JobPhase.Cancelled, job.Told(new JobInput.Stopped()).Job.Phase);
    }

    [Fact]
    public void Stages_that_were_over_keep_their_results()
    {
        var job = new JobUnderTest().Prechecked().Through(Sample.Passed).Cancelling().Told(new JobInput.Stopped());

        Assert.Equal([StageState.Passed, StageState.Passed, StageState.Cancelled, StageState.Cancelled], job.States);
    }
}
