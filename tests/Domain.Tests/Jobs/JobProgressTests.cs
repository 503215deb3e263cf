using Burnin.Domain.Jobs;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class JobProgressTests
{
    private static readonly DateTimeOffset Noon = Sample.Noon;

    [Fact]
    public void A_job_begins_at_nothing() => Assert.Equal(0, JobProgress.PercentOf(Sample.Job([.. Sample.Plan])));

    [Fact]
    public void A_job_that_passed_is_whole() => Assert.Equal(100, JobProgress.PercentOf(new JobUnderTest().Finished().Job));

    [Fact]
    public void Stages_weigh_what_they_are_expected_to_take() =>
        Assert.Equal(75, JobProgress.PercentOf(JobOf(
            new JobStage { Name = StageName.ShortSmart, ExpectedSeconds = 100, State = StageState.Running, Percent = 0 },
            new JobStage { Name = StageName.LongSmart, ExpectedSeconds = 300, State = StageState.Passed, Percent = 100 })));

    [Fact]
    public void Stages_that_did_not_run_to_their_end_leave_the_job_short_of_whole() =>
        Assert.InRange(JobProgress.PercentOf(new JobUnderTest().Prechecked().Through(Sample.Failed).FinallyExamined().Job), 1, 99);

    [Fact]
    public void Expected_times_of_nothing_are_no_division_by_nothing() =>
        Assert.Equal(0, JobProgress.PercentOf(JobOf(new JobStage { Name = StageName.ShortSmart, ExpectedSeconds = 0, Percent = 50 })));

    [Fact]
    public void Nothing_can_be_said_of_an_end_while_nothing_goes_on()
    {
        Assert.Null(JobProgress.EtaOf(new JobUnderTest().Job, Noon));
        Assert.Null(JobProgress.EtaOf(new JobUnderTest().Leased().Job, Noon));
        Assert.Null(JobProgress.EtaOf(new JobUnderTest().Running().Lost().Job, Noon));
        Assert.Null(JobProgress.EtaOf(new JobUnderTest().Finished().Job, Noon));
    }

    [Fact]
    public void Before_anything_was_measured_the_expected_times_hold() =>
        Assert.Equal(Noon.AddSeconds(300), JobProgress.EtaOf(new JobUnderTest().Running().Job, Noon.AddSeconds(10)));

    [Fact]
    public void What_the_stage_in_hand_has_shown_holds_for_it_and_for_what_is_to_come()
    {
        // 50 % of 100 expected seconds took 100: 100 more, and the two stages after it twice the 200 expected.
        Assert.Equal(Noon.AddSeconds(100 + 100 + 400), JobProgress.EtaOf(new JobUnderTest().Running().At(50).Job, Noon.AddSeconds(100)));
    }

    [Fact]
    public void Less_than_a_percent_is_too_little_to_reckon_with() =>
        Assert.Equal(Noon.AddSeconds(300), JobProgress.EtaOf(new JobUnderTest().Running().At(0.5).Job, Noon.AddSeconds(10)));

    [Fact]
    public void How_long_a_look_took_says_nothing_about_the_drive()
    {
        var job = new JobUnderTest().Examining();
        job.Now += TimeSpan.FromHours(1);
        job.Examined(Sample.Healthy).Told(new JobInput.StageDue());

        Assert.Equal(job.Now.AddSeconds(300), JobProgress.EtaOf(job.Job, job.Now));
    }

    [Fact]
    public void A_stage_that_takes_longer_than_expected_ends_no_earlier_than_now() =>
        Assert.Equal(Noon.AddSeconds(500 + 200), JobProgress.EtaOf(new JobUnderTest().Running().Job, Noon.AddSeconds(500)));

    private static BurnInJob JobOf(params JobStage[] stages) => Sample.Job(StageName.Precheck) with { Stages = [.. stages] };
}
