using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class PlanForecastTests
{
    private const long Size = 8_001_563_222_016;

    private static readonly JobWish Wish = new() { Operator = "" };

    [Theory]
    [InlineData(SurfaceEngine.Fio)]
    [InlineData(SurfaceEngine.Badblocks)]
    public void A_full_plan_writes_a_disk_four_times_and_reads_it_five_times(SurfaceEngine engine)
    {
        var stages = Of(Wish with { Profile = "full" }, DriveMedium.Hdd, new SurfaceChoice { Engine = engine });

        Assert.Equal([StageName.Precheck, StageName.ShortSmart, StageName.LongSmart, StageName.SurfaceValidate, StageName.FinalCheck], stages.Select(stage => stage.Stage));
        Assert.Equal((4 * Size, 5 * Size, 4), (stages.Sum(stage => stage.WrittenBytes), stages.Sum(stage => stage.ReadBytes), stages.Sum(stage => stage.Passes)));
    }

    [Fact]
    public void Flash_is_written_once() => Assert.Equal(Size, Of(Wish with { Profile = "surface" }, DriveMedium.Ssd, new SurfaceChoice()).Sum(stage => stage.WrittenBytes));

    [Fact]
    public void Reading_alone_writes_nothing()
    {
        var stages = Of(Wish with { Profile = "surface", SurfaceMode = "read" }, DriveMedium.Hdd, new SurfaceChoice());

        Assert.Equal((0, Size), (stages.Sum(stage => stage.WrittenBytes), stages.Sum(stage => stage.ReadBytes)));
    }

    [Fact]
    public void Samples_are_a_thousandth_of_the_drive()
    {
        var samples = Of(Wish with { Profile = "quick" }, DriveMedium.Hdd, new SurfaceChoice()).Single(stage => stage.Stage == StageName.IoValidate);

        Assert.Equal((1L << 30, 1L << 30, 1), (samples.WrittenBytes, samples.ReadBytes, samples.Passes));
    }

    [Fact]
    public void A_pretend_NAS_keeps_its_own_times()
    {
        var plan = (JobPlan.Accepted)JobPlan.SketchOf(Wish with { Profile = "full" }, "WD-1", new SurfaceChoice());
        var pretended = new NasConnection { Name = "mock", Kind = NasKind.Original, SpeedUp = 10 };

        Assert.Equal(9 + 48 + 4.5 + 1, PlanForecast.Of(plan, Target(DriveMedium.Hdd), pretended).Sum(stage => stage.Seconds), 3);
        Assert.True(PlanForecast.Of(plan, Target(DriveMedium.Hdd), null).Sum(stage => stage.Seconds) > 86_400);
    }

    [Fact]
    public void A_sketch_asks_for_no_name_and_no_typed_serial_and_is_no_plan_to_be_run()
    {
        Assert.IsType<JobPlan.Accepted>(JobPlan.SketchOf(Wish, "WD-1", new SurfaceChoice()));
        Assert.Equal("operator_missing", Assert.IsType<JobPlan.Invalid>(JobPlan.Of(Wish, "WD-1", new SurfaceChoice())).Code);
        Assert.Equal("unknown_profile", Assert.IsType<JobPlan.Invalid>(JobPlan.SketchOf(Wish with { Profile = "all" }, "WD-1", new SurfaceChoice())).Code);
    }

    private static IReadOnlyList<StageForecast> Of(JobWish wish, DriveMedium medium, SurfaceChoice usual) =>
        PlanForecast.Of((JobPlan.Accepted)JobPlan.SketchOf(wish, "WD-1", usual), Target(medium), null);

    private static DriveTarget Target(DriveMedium medium) => new() { Serial = "WD-1", Model = "a disk", SizeBytes = Size, Medium = medium };
}
