using Burnin.Domain.Jobs;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

/// <summary>A cancel whose proof the host does not give, since the drive hangs or the host is gone.</summary>
public sealed class JobGiveUpTests
{
    [Fact]
    public void A_cancel_without_proof_waits_until_a_person_gives_it_up()
    {
        var job = Hanging();
        job.Now += TimeSpan.FromDays(30);
        job.Hanging();
        Assert.Equal(JobPhase.Running, job.Job.Phase);

        job.GivenUp();

        Assert.Equal((JobPhase.Cancelled, "bob", "eve"), (job.Job.Phase, job.Job.CancelledBy, job.Job.GivenUp?.By));
        Assert.Equal("Process 7 cannot be ended.", Assert.Single(job.Events.OfType<JobEvent.GivenUp>()).Why);
        Assert.Equal(StageState.Cancelled, job.Job.Stages[1].State);
    }

    /// <summary>The slot comes back first, and the host is told for as long as it may not have heard.</summary>
    [Fact]
    public void The_slot_comes_back_at_once_and_the_run_is_ended_later() =>
        Assert.Equal([JobChore.ReleaseLease, JobChore.TellDrive, JobChore.TellPeople, JobChore.EndRun, JobChore.CleanHost], Hanging().GivenUp().Job.Chores);

    /// <summary>What an older activation has ordered and what is still on its way must not write over the next one's work.</summary>
    [Fact]
    public void It_is_given_up_under_an_epoch_above_all_that_were_ordered_under()
    {
        var job = Hanging();
        var ordered = job.Job.Epoch;

        var left = job.GivenUp().Job;

        Assert.Equal(ordered + 1, left.Epoch);
        var order = left.OrderOf(left.GivenUp!.Run, left.Stages[left.GivenUp.Stage]);
        Assert.Equal(("01J-1", "17", ordered + 1), (order.RunId, order.Handle, order.Epoch));
    }

    [Fact]
    public void A_host_that_has_seen_more_is_gone_above_after_the_end_as_well() => Assert.Equal(10, Hanging().GivenUp().Told(new JobInput.Fenced(9)).Job.Epoch);

    [Theory]
    [InlineData("queued")]
    [InlineData("running")]
    [InlineData("hanging")]
    [InlineData("cancelling between")]
    [InlineData("cancelled")]
    [InlineData("finished")]
    public void Only_what_is_being_cancelled_and_may_still_run_is_given_up(string point) => Assert.Empty(JobPoints.At(point).Tell(new JobInput.GiveUpAsked("eve")));

    [Fact]
    public void What_keeps_the_run_from_being_ended_is_shown()
    {
        var job = Hanging().GivenUp().Told(new JobInput.ChoreFailed(JobChore.EndRun, "No answer."));

        Assert.Equal("No answer.", job.Job.Trouble);
        Assert.Null(job.Told(new JobInput.ChoreDone(JobChore.EndRun)).Job.Trouble);
    }

    [Fact]
    public void The_run_is_tried_to_be_ended_for_a_week()
    {
        var job = Hanging().GivenUp();
        job.Now += Sample.Policy.EndGivenUpWithin;
        Assert.Contains(JobChore.EndRun, job.Told(new JobInput.ChoreFailed(JobChore.EndRun, "No answer.")).Job.Chores);
        job.Now += TimeSpan.FromTicks(1);

        Assert.Equal([new JobEvent.ChoreDropped(JobChore.EndRun, "No answer.")], job.Tell(new JobInput.ChoreFailed(JobChore.EndRun, "No answer.")));
        Assert.DoesNotContain(JobChore.EndRun, job.Job.Chores);
    }

    private static JobUnderTest Hanging() => JobPoints.At("cancelling hanging");
}
