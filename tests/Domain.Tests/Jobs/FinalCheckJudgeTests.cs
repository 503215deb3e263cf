using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class FinalCheckJudgeTests
{
    private static readonly BurnInJob Job = Sample.Job([.. Sample.Plan]) with { Baseline = Sample.Smart };

    [Fact]
    public void A_drive_as_healthy_as_before_passes() => Assert.Equal((StageState.Passed, ""), Judged(Sample.Healthy));

    [Fact]
    public void A_drive_that_is_gone_at_the_end_is_inconclusive() =>
        Assert.Equal((StageState.Inconclusive, "drive_gone"), Judged(Sample.Gone));

    [Theory]
    [InlineData(false, true)]
    [InlineData(null, false)]
    public void A_drive_that_calls_itself_failed_has_failed(bool? smart, bool? facts) => Assert.Equal(
        (StageState.Failed, "smart_health"),
        Judged(new DriveExamination(Sample.Facts with { SmartPassed = facts }, Sample.Smart with { Passed = smart })));

    [Fact]
    public void Missing_smart_data_are_noted() => Assert.Equal(
        (StageState.Passed, "smart_unavailable"),
        Judged(Sample.Healthy with { Smart = Sample.Smart with { Unavailable = "USB bridge." } }));

    [Fact]
    public void What_the_watch_list_says_counts()
    {
        Assert.Equal((StageState.Failed, "pending_sectors"), Judged(Sample.Healthy with { Smart = Sample.Smart with { Attributes = [Sample.Attribute(197, 1)] } }));
        Assert.Equal((StageState.Passed, "crc_errors"), Judged(Sample.Healthy with { Smart = Sample.Smart with { Attributes = [Sample.Attribute(199, 1)] } }));
    }

    [Fact]
    public void A_job_without_a_baseline_can_still_be_judged() =>
        Assert.Equal(StageState.Passed, FinalCheckJudge.Judge(Job with { Baseline = null }, Sample.Healthy).State);

    private static (StageState State, string Codes) Judged(DriveExamination examination)
    {
        var result = FinalCheckJudge.Judge(Job, examination);
        return (result.State, string.Join(' ', result.Reasons.Select(reason => reason.Code)));
    }
}
