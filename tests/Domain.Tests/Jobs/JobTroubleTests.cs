using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

/// <summary>Lost runs and NAS boxes that do not do as they are told.</summary>
public sealed class JobTroubleTests
{
    private static readonly StageName[] Surface = [StageName.Precheck, StageName.SurfaceValidate, StageName.FinalCheck];

    [Fact]
    public void A_lost_run_is_ordered_again_under_its_old_name()
    {
        var job = new JobUnderTest().Running();
        var before = job.Job.Run!;

        job.Lost();

        var again = Assert.IsType<JobStep.Launch>(job.NextStep).Order;
        Assert.Equal((before.RunId, before.OrderedAt, null), (again.RunId, again.OrderedAt, again.Handle));
        Assert.Equal(2, job.Job.Stages[1].Attempts);
        Assert.Equal(["01J-1"], job.Job.RunIds);
    }

    [Fact]
    public void A_run_that_is_lost_three_times_without_getting_further_is_given_up_as_inconclusive()
    {
        var job = new JobUnderTest().Running().At(10).Lost().Confirmed().At(10).Lost().Confirmed().At(10);
        Assert.Equal(StageState.Running, job.Job.Stages[1].State);

        job.Lost();

        Assert.Equal(StageState.Inconclusive, job.Job.Stages[1].State);
        Assert.Equal("run_lost", Assert.Single(job.Job.Stages[1].Result!.Reasons).Code);
        Assert.IsType<JobStep.BeginStage>(job.NextStep);
    }

    [Fact]
    public void A_run_that_gets_further_between_its_losses_is_never_given_up()
    {
        var job = new JobUnderTest(Surface).Running();
        for (var percent = 1; percent <= 99; percent++)
        {
            job.At(percent).Lost().Confirmed();
        }

        Assert.Equal(StageState.Running, job.Job.Current!.State);
        Assert.Equal(100, job.Job.Current.Attempts);
    }

    [Fact]
    public void Only_progress_beyond_the_furthest_point_counts()
    {
        var job = new JobUnderTest(Surface).Running().At(90).Lost().Confirmed().At(50).Lost().Confirmed().At(60).Lost();

        Assert.Equal(StageState.Inconclusive, job.Job.Stages[1].State);
    }

    [Fact]
    public void Progress_wipes_out_the_fruitless_losses_before_it()
    {
        var job = new JobUnderTest(Surface).Running().At(10).Lost().Confirmed().Lost().Confirmed().At(11).Lost().Confirmed().Lost().Confirmed();

        Assert.Equal(StageState.Running, job.Job.Current!.State);
        Assert.Equal(StageState.Inconclusive, job.Lost().Job.Stages[1].State);
    }

    [Fact]
    public void One_loss_that_is_reported_often_is_one_loss()
    {
        var job = new JobUnderTest().Running().Lost().Lost().Lost().Lost();

        Assert.Equal(StageState.Running, job.Job.Current!.State);
        Assert.Equal(2, job.Job.Current.Attempts);
    }

    [Fact]
    public void The_next_stage_starts_without_the_losses_of_the_one_before()
    {
        var job = new JobUnderTest().Running().Lost().Confirmed().Lost().Confirmed().Seen(new RunSnapshot.Ended(Sample.Passed))
            .Told(new JobInput.StageDue());

        Assert.Equal(0, job.Job.Run!.FruitlessLosses);
        Assert.Equal(1, job.Job.Current!.Attempts);
    }

    [Fact]
    public void The_end_of_one_run_never_ends_the_next()
    {
        var late = new JobInput.Observed("01J-1", new RunSnapshot.Ended(Sample.Passed));
        var job = new JobUnderTest().Running().Told(late, new JobInput.StageDue());

        Assert.Empty(job.Tell(late));
        Assert.Empty(job.Confirmed().Tell(late));
        Assert.Equal(StageState.Running, job.Job.Stages[2].State);
    }

    [Fact]
    public void The_handle_of_one_run_is_never_given_to_the_next()
    {
        var late = new JobInput.Launched("01J-1", new LaunchAnswer.Running("17"));
        var job = new JobUnderTest().Launching().Told(late).Seen(new RunSnapshot.Ended(Sample.Passed)).Told(new JobInput.StageDue());

        Assert.Empty(job.Tell(late));
        Assert.Null(Assert.IsType<JobStep.Launch>(job.NextStep).Order.Handle);
    }

    [Theory]
    [InlineData(NasFault.Unreachable)]
    [InlineData(NasFault.AuthenticationFailed)]
    [InlineData(NasFault.HostKeyChanged)]
    [InlineData(NasFault.UnexpectedAnswer)]
    public void Trouble_with_the_nas_ends_no_stage_however_long_it_lasts(NasFault fault)
    {
        foreach (var point in JobPoints.All)
        {
            var job = JobPoints.At(point);
            var (states, phase, step) = (job.States.ToList(), job.Job.Phase, job.NextStep?.GetType());
            for (var day = 0; day < 100; day++)
            {
                job.Now += TimeSpan.FromDays(1);
                job.Tell(new JobInput.NasTroubled(fault, $"No answer on day {day}."));
            }

            Assert.Equal(states, job.States);
            Assert.Equal((phase, step), (job.Job.Phase, job.NextStep?.GetType()));
        }
    }

    [Theory]
    [InlineData("examining", 0)]
    [InlineData("launching", 1)]
    [InlineData("finally examining", 3)]
    public void What_the_nas_cannot_do_ends_the_stage_as_inconclusive(string point, int stage)
    {
        var job = JobPoints.At(point).Told(new JobInput.NasTroubled(NasFault.NotSupported, "No smartctl."));

        Assert.Equal(StageState.Inconclusive, job.Job.Stages[stage].State);
        Assert.Equal("not_supported", Assert.Single(job.Job.Stages[stage].Result!.Reasons).Code);
    }

    [Fact]
    public void A_run_that_was_confirmed_is_never_left_behind_writing()
    {
        var job = new JobUnderTest().Running().Told(new JobInput.NasTroubled(NasFault.NotSupported, "No smartctl."));

        Assert.IsType<JobStep.Watch>(job.NextStep);
        Assert.Equal("No smartctl.", job.Job.Trouble);
    }

    [Fact]
    public void Trouble_is_told_once_and_gone_with_the_next_sight_of_the_run()
    {
        var unseen = new JobInput.Observed("01J-1", new RunSnapshot.Unseen("No answer."));
        var job = new JobUnderTest().Running().At(40);

        Assert.Single(job.Tell(unseen));
        Assert.Empty(job.Tell(unseen));
        Assert.Equal(("No answer.", 40), (job.Job.Trouble, job.Job.Current!.Percent));
        Assert.Null(job.At(41).Job.Trouble);
    }

    [Fact]
    public void Trouble_is_over_when_the_job_is()
    {
        var trouble = new JobInput.NasTroubled(NasFault.Unreachable, "No answer.");
        var job = new JobUnderTest().Finished().Told(trouble);
        Assert.Equal("No answer.", job.Job.Trouble);

        Assert.Null(job.WithoutChores().Job.Trouble);
        Assert.Empty(job.Tell(trouble));
    }

    [Fact]
    public void A_self_test_that_is_interrupted_is_run_again_twice_however_far_it_was()
    {
        var job = new JobUnderTest(StageName.Precheck, StageName.LongSmart, StageName.FinalCheck).Running().At(50).Lost().Confirmed().At(60).Lost().Confirmed().At(70);
        Assert.Equal(3, job.Job.Stages[1].Attempts);

        job.Lost();

        Assert.Equal((StageState.Inconclusive, "run_lost"), (job.Job.Stages[1].State, job.Job.Stages[1].Result!.Reasons[0].Code));
    }
}
