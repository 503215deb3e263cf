using Burnin.Domain.Jobs;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

/// <summary>Everything a job can be told, at every point of its life.</summary>
public sealed class JobInputTests
{
    [Theory]
    [InlineData("queued", "take over, lease, wait, unreachable, unsupported, hanging, cancel, pause")]
    [InlineData("leased", "take over, due, unreachable, unsupported, hanging, cancel, pause")]
    [InlineData("examining", "take over, healthy, sick, gone, unreachable, unsupported, hanging, cancel, pause")]
    [InlineData("prechecked", "take over, due, unreachable, unsupported, hanging, cancel, pause")]
    [InlineData("launching", "take over, fenced, started, refused, impossible, unreachable, unsupported, hanging, cancel, pause")]
    [InlineData("running", "take over, fenced, progress, passed, failed, undecided, loss, unseen, unreachable, unsupported, hanging, cancel, pause")]
    [InlineData("lost", "take over, fenced, started, refused, impossible, unreachable, unsupported, hanging, cancel, pause")]
    [InlineData("failed", "take over, due, unreachable, unsupported, hanging, cancel, pause")]
    [InlineData("finally examining", "take over, healthy, sick, gone, unreachable, unsupported, hanging, cancel, pause")]
    [InlineData("paused in the queue", "take over, unreachable, unsupported, hanging, cancel, resume, left")]
    [InlineData("out of the queue", "take over, unreachable, unsupported, hanging, cancel, resume")]
    [InlineData("paused between", "take over, unreachable, unsupported, hanging, cancel, resume")]
    [InlineData("paused examination", "take over, healthy, sick, gone, unreachable, unsupported, hanging, cancel, resume")]
    [InlineData("pausing launch", "take over, fenced, started, refused, impossible, unreachable, unsupported, hanging, cancel, resume, held, not held")]
    [InlineData("paused launch", "take over, fenced, started, refused, impossible, unreachable, unsupported, hanging, cancel, resume")]
    [InlineData("pausing", "take over, fenced, progress, passed, failed, undecided, loss, unseen, unreachable, unsupported, hanging, cancel, resume, held, not held")]
    [InlineData("paused", "take over, fenced, progress, passed, failed, undecided, loss, unseen, unreachable, unsupported, hanging, cancel, resume")]
    [InlineData("paused, going on", "take over, fenced, progress, passed, failed, undecided, loss, unseen, unreachable, unsupported, hanging, cancel, resume")]
    [InlineData("paused, lost", "take over, fenced, started, refused, impossible, unreachable, unsupported, hanging, cancel, resume")]
    [InlineData("resuming", "take over, fenced, progress, passed, failed, undecided, loss, unseen, unreachable, unsupported, hanging, cancel, pause, released")]
    [InlineData("stuck", "take over, fenced, unreachable, unsupported, hanging, cancel, pause, stopped")]
    [InlineData("stuck surface", "take over, fenced, unreachable, unsupported, hanging, cancel, pause, stopped")]
    [InlineData("stuck surface, stopped", "take over, fenced, passed, failed, undecided, loss, unreachable, unsupported, hanging, cancel, pause")]
    [InlineData("hanging", "take over, fenced, unreachable, unsupported, hanging, cancel, pause, stopped")]
    [InlineData("cancelling between", "take over, unreachable, unsupported, hanging, stopped")]
    [InlineData("cancelling examination", "take over, unreachable, unsupported, hanging, stopped")]
    [InlineData("cancelling launch", "take over, fenced, started, refused, impossible, unreachable, unsupported, hanging, stopped, give up")]
    [InlineData("cancelling run", "take over, fenced, unreachable, unsupported, hanging, stopped, give up")]
    [InlineData("cancelling hanging", "take over, fenced, unreachable, unsupported, stopped, give up")]
    [InlineData("cancelling paused", "take over, fenced, unreachable, unsupported, hanging, stopped, give up")]
    [InlineData("finished", "take over, unreachable, unsupported, hanging, judged again, given back, told, people told, cleaned, not cleaned")]
    [InlineData("cancelled", "take over, unreachable, unsupported, hanging, given back, told, people told, cleaned, not cleaned")]
    [InlineData("given up", "take over, fenced, unreachable, unsupported, hanging, given back, told, people told, ended, not ended, cleaned, not cleaned")]
    [InlineData("given up long ago", "take over, fenced, unreachable, unsupported, hanging, given back, told, people told, ended, not ended, cleaned, not cleaned")]
    [InlineData("over", "judged again")]
    [InlineData("over, cancelled", "")]
    public void A_job_heeds_what_belongs_to_the_point_it_is_at_and_nothing_else(string point, string heeded)
    {
        var seen = JobPoints.Inputs.Where(input =>
        {
            var job = JobPoints.At(point);
            job.Now += TimeSpan.FromDays(1);
            return !job.Tell(input.Value).IsEmpty;
        });

        Assert.Equal(heeded.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(), seen.Select(input => input.Key).Order());
    }

    [Fact]
    public void The_points_of_the_table_are_all_there_are() =>
        Assert.Equal(
            JobPoints.All.Order(),
            typeof(JobInputTests).GetMethod(nameof(A_job_heeds_what_belongs_to_the_point_it_is_at_and_nothing_else))!
                .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(row => (string)row.Data[0]!).Order());

    /// <summary>Deliveries are repeated and late ones come after the fact: the second time must add nothing but a word of trouble.</summary>
    [Theory, MemberData(nameof(EveryPoint))]
    public void What_is_said_twice_counts_once(string point)
    {
        foreach (var (name, input) in JobPoints.Inputs.Where(input => input.Value is not JobInput.TakenOver))
        {
            var job = JobPoints.At(point);
            job.Tell(input);
            var once = StoredJson.Of(job.Job with { Trouble = null, Stillness = null });
            job.Now += TimeSpan.FromMinutes(1);
            job.Tell(input);

            Assert.True(once == StoredJson.Of(job.Job with { Trouble = null, Stillness = null }), $"{name}, said twice when {point}, changed the job again.");
        }
    }

    /// <summary>What a job was told on its way must not come back to it: a replay of the past changes nothing that is stored.</summary>
    [Theory, MemberData(nameof(EveryPoint))]
    public void What_ended_a_stage_cannot_come_back(string point)
    {
        foreach (var (name, input) in JobPoints.Inputs)
        {
            var job = JobPoints.At(point);
            job.Tell(input);
            var over = job.Job.Stages.TakeWhile(stage => stage.IsOver).Select(StoredJson.Of).ToList();
            job.Told([.. JobPoints.Inputs.Values]);

            Assert.True(over.SequenceEqual(job.Job.Stages.Take(over.Count).Select(StoredJson.Of)), $"A stage that was over after {name} when {point} changed.");
        }
    }

    [Fact]
    public void Every_case_of_every_closed_record_is_among_what_is_tried()
    {
        var inputs = JobPoints.Inputs.Values.ToList();
        var jobs = JobPoints.All.SelectMany(point => inputs.Select(input => JobPoints.At(point).Told(input))).ToList();

        Assert.Equal(ClosedHierarchy.CasesOf<JobInput>(), ClosedHierarchy.CasesIn(inputs));
        Assert.Equal(ClosedHierarchy.CasesOf<LaunchAnswer>(), ClosedHierarchy.CasesIn(inputs.OfType<JobInput.Launched>().Select(input => input.Answer)));
        Assert.Equal(ClosedHierarchy.CasesOf<RunSnapshot>(), ClosedHierarchy.CasesIn(inputs.OfType<JobInput.Observed>().Select(input => input.Snapshot)));
        Assert.Equal(ClosedHierarchy.CasesOf<JobEvent>(), ClosedHierarchy.CasesIn(jobs.SelectMany(job => job.Events)));
        Assert.Equal(ClosedHierarchy.CasesOf<JobStep>(), ClosedHierarchy.CasesIn(jobs.Select(job => job.NextStep).OfType<JobStep>()));
    }

    public static TheoryData<string> EveryPoint() => [.. JobPoints.All];
}
