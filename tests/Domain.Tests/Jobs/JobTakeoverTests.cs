using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

/// <summary>What a crash leaves is what was stored: from there the job must go on as if nothing had been.</summary>
public sealed class JobTakeoverTests
{
    [Theory, MemberData(nameof(JobInputTests.EveryPoint), MemberType = typeof(JobInputTests))]
    public void A_job_that_is_taken_over_goes_on_where_it_was_in_a_higher_epoch(string point)
    {
        var job = JobPoints.At(point);
        var (before, step, epoch) = (StoredJson.Of(job.Job with { Epoch = 0 }), Outline(job.Job), job.Job.Epoch);

        job.Told(new JobInput.TakenOver(), new JobInput.TakenOver());

        Assert.Equal(before, StoredJson.Of(job.Job with { Epoch = 0 }));
        Assert.Equal(step, Outline(job.Job));
        Assert.Equal(step == "nothing" ? epoch : epoch + 2, job.Job.Epoch);
    }

    [Fact]
    public void Orders_carry_the_epoch_of_who_gives_them()
    {
        var job = new JobUnderTest().Running().Told(new JobInput.TakenOver());

        Assert.Equal(1, Assert.IsType<JobStep.Watch>(job.NextStep).Order.Epoch);
    }

    [Fact]
    public void Nothing_is_launched_before_the_intent_is_stored()
    {
        var job = new JobUnderTest().Prechecked();
        Assert.IsType<JobStep.BeginStage>(job.NextStep);

        var begun = Assert.IsType<JobEvent.StageBegun>(Assert.Single(job.Tell(new JobInput.StageDue())));

        Assert.True(begun.IsDurable);
        Assert.Equal(begun.RunId, Assert.IsType<JobStep.Launch>(job.NextStep).Order.RunId);
        Assert.Contains(begun.RunId!, job.Job.RunIds);
    }

    [Theory, MemberData(nameof(JobInputTests.EveryPoint), MemberType = typeof(JobInputTests))]
    public void No_volatile_event_is_needed_to_get_further(string point)
    {
        foreach (var (name, input) in JobPoints.Inputs)
        {
            var job = JobPoints.At(point).Told(input);
            var durable = JobMachine.Apply(Sample.Job([.. job.Job.Stages.Select(stage => stage.Name)]), [.. job.Events.Where(happened => happened.IsDurable)]);

            Assert.True(
                (job.Job.Phase, job.Job.CurrentIndex, Outline(job.Job)) == (durable.Phase, durable.CurrentIndex, Outline(durable)),
                $"Without its volatile events the job is elsewhere after {name} when {point}.");
        }
    }

    [Fact]
    public void Only_what_the_host_or_the_governor_can_tell_again_is_volatile()
    {
        ImmutableArray<JobEvent> all = [.. JobPoints.All.SelectMany(point => JobPoints.Inputs.Values.SelectMany(input => JobPoints.At(point).Told(input).Events))];

        Assert.Equal(["Progressed", "Troubled", "Waiting"], ClosedHierarchy.CasesIn(all.Where(happened => !happened.IsDurable)));
    }

    /// <summary>The step without its epoch.</summary>
    private static string Outline(BurnInJob job) => JobMachine.NextStep(job) switch
    {
        null => "nothing",
        JobStep.Launch launch => $"launch {launch.Order.RunId}",
        JobStep.Watch watch => $"watch {watch.Order.RunId} {watch.Order.Handle}",
        JobStep.Hold hold => $"hold {hold.Order.RunId} {hold.Order.Handle}",
        JobStep.Release release => $"release {release.Order.RunId} {release.Order.Handle}",
        JobStep.Stop stop => $"stop {stop.Order?.RunId} {stop.Order?.Handle}",
        var step => step.ToString(),
    };
}
