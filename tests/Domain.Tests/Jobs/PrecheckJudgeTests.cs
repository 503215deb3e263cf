using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class PrecheckJudgeTests
{
    private static readonly BurnInJob Erasing = Sample.Job([.. Sample.Plan]);

    private static readonly BurnInJob Gentle = Sample.Job(StageName.Precheck, StageName.ShortSmart, StageName.FinalCheck);

    [Fact]
    public void A_healthy_free_drive_passes_without_a_word()
    {
        Assert.Equal((StageState.Passed, ""), Judged(Erasing, Sample.Healthy));
        Assert.Equal((StageState.Passed, ""), Judged(Gentle, Sample.Healthy));
    }

    [Fact]
    public void A_drive_in_use_is_not_begun_with_where_it_would_be_erased()
    {
        var mounted = Sample.Healthy with { Facts = Sample.Facts with { InUse = [new InUseFact("mounted", "sda1 is mounted.")] } };

        Assert.Equal((StageState.Inconclusive, "mounted"), Judged(Erasing, mounted));
        Assert.Equal((StageState.Passed, ""), Judged(Gentle, mounted));
    }

    [Fact]
    public void A_drive_in_use_may_be_read_where_it_is_the_one_that_is_meant()
    {
        var reading = Erasing with { Surface = new SurfaceChoice { Mode = SurfaceMode.Read } };
        var facts = Sample.Facts with { InUse = [new InUseFact("mounted", "sda1 is mounted.")] };

        Assert.Equal((StageState.Passed, ""), Judged(reading, Sample.Healthy with { Facts = facts }));
        Assert.Equal((StageState.Inconclusive, "identity"), Judged(reading, Sample.Healthy with { Facts = facts with { SizeBytes = 7 } }));
        Assert.Equal((StageState.Inconclusive, "unknown"), Judged(reading, Sample.Gone));
    }

    [Fact]
    public void A_label_that_an_operator_called_stale_is_noted_with_who_said_so()
    {
        var labelled = Sample.Healthy with { Facts = Sample.Facts with { InUse = [new InUseFact("signature", "sda holds ext4.")] } };
        var overridden = Erasing with { Surface = new SurfaceChoice { AllowsStaleLabel = true }.WithLabelsOn(labelled.Facts) };

        Assert.Equal((StageState.Inconclusive, "signature"), Judged(Erasing, labelled));
        var result = PrecheckJudge.Judge(overridden, labelled, Sample.Policy);
        Assert.Equal(StageState.Passed, result.State);
        Assert.Equal(new Reason("signature", Severity.Note, "ann said that this is stale: sda holds ext4.", "precheck"), Assert.Single(result.Reasons));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_drive_that_does_not_answer_is_not_begun_with(bool erases) =>
        Assert.Equal((StageState.Inconclusive, "unknown"), Judged(erases ? Erasing : Gentle, Sample.Gone));

    [Theory]
    [InlineData(true, true, StageState.Passed)]
    [InlineData(null, null, StageState.Passed)]
    [InlineData(false, true, StageState.Failed)]
    [InlineData(null, false, StageState.Failed)]
    [InlineData(null, true, StageState.Passed)]
    public void A_drive_that_calls_itself_failed_has_failed(bool? smart, bool? facts, StageState state) =>
        Assert.Equal(state, Judged(Gentle, new DriveExamination(Sample.Facts with { SmartPassed = facts }, Sample.Smart with { Passed = smart })).State);

    [Theory]
    [InlineData(54, null, StageState.Passed)]
    [InlineData(55, null, StageState.Inconclusive)]
    [InlineData(54, 90, StageState.Passed)]
    [InlineData(null, 54, StageState.Passed)]
    [InlineData(null, 55, StageState.Inconclusive)]
    [InlineData(null, null, StageState.Passed)]
    public void A_drive_too_hot_is_not_begun_with_and_not_condemned(int? smart, int? facts, StageState state) =>
        Assert.Equal(state, Judged(Gentle, new DriveExamination(Sample.Facts with { TemperatureCelsius = facts }, Sample.Smart with { TemperatureCelsius = smart })).State);

    [Fact]
    public void Without_smart_data_a_drive_passes_with_a_note() =>
        Assert.Equal((StageState.Passed, "smart_unavailable"), Judged(Erasing, Sample.Healthy with { Smart = Sample.Smart with { Passed = null, Unavailable = "USB bridge." } }));

    [Fact]
    public void All_that_speaks_against_a_drive_is_said() => Assert.Equal(
        (StageState.Failed, "identity swap too_hot smart_health"),
        Judged(Erasing, new DriveExamination(
            Sample.Facts with { SizeBytes = 7, InUse = [new InUseFact("swap", "sda2 is swap.")] },
            Sample.Smart with { Passed = false, TemperatureCelsius = 70 })));

    private static (StageState State, string Codes) Judged(BurnInJob job, DriveExamination examination)
    {
        var result = PrecheckJudge.Judge(job, examination, Sample.Policy);
        return (result.State, string.Join(' ', result.Reasons.Select(reason => reason.Code)));
    }
}
