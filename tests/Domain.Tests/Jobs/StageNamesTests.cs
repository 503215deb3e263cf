using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class StageNamesTests
{
    [Fact]
    public void Stages_are_called_on_the_wire_what_the_original_called_them() => Assert.Equal(
        ["precheck", "short_smart", "long_smart", "surface_validate", "io_validate", "final_check"],
        StageNames.All.Select(stage => stage.Wire));

    [Fact]
    public void Every_name_can_be_read_back() => Assert.All(StageNames.All, stage => Assert.Equal(stage, StageNames.Parse(stage.Wire)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Precheck")]
    [InlineData("short smart")]
    public void No_other_name_is_a_stage(string? name) => Assert.Null(StageNames.Parse(name));

    [Fact]
    public void Only_surface_and_io_validation_go_over_the_surface() =>
        Assert.Equal([StageName.SurfaceValidate, StageName.IoValidate], StageNames.All.Where(stage => stage.IsSurface));

    [Fact]
    public void Only_precheck_and_final_check_are_looks() =>
        Assert.Equal([StageName.Precheck, StageName.FinalCheck], StageNames.All.Where(stage => stage.IsExamination));

    [Fact]
    public void Every_stage_is_expected_to_take_some_time_on_any_drive()
    {
        foreach (var stage in StageNames.All)
        {
            Assert.All(Enum.GetValues<DriveMedium>(), medium => Assert.InRange(StageEstimates.SecondsOf(stage, 0, medium, new SurfaceChoice()), 0.1, 1000));
            Assert.InRange(StageEstimates.PretendedSecondsOf(stage, 20), 0.1, 1000);
        }
    }

    [Fact]
    public void A_large_disk_is_expected_to_take_days() =>
        Assert.InRange(TimeSpan.FromSeconds(StageEstimates.SecondsOf(StageName.SurfaceValidate, 20_000_000_000_000, DriveMedium.Hdd, new SurfaceChoice())).TotalDays, 7, 14);

    [Theory]
    [InlineData(DriveMedium.Hdd, null, SurfaceMode.Write, 8)]
    [InlineData(DriveMedium.Loop, null, SurfaceMode.Write, 8)]
    [InlineData(DriveMedium.Unknown, null, SurfaceMode.Write, 8)]
    [InlineData(DriveMedium.Ssd, null, SurfaceMode.Write, 2)]
    [InlineData(DriveMedium.Nvme, null, SurfaceMode.Write, 2)]
    [InlineData(DriveMedium.Ssd, 3, SurfaceMode.Write, 6)]
    [InlineData(DriveMedium.Hdd, 4, SurfaceMode.Read, 1)]
    public void A_surface_takes_as_long_as_it_is_gone_over(DriveMedium medium, int? passes, SurfaceMode mode, int times)
    {
        var once = StageEstimates.SecondsOf(StageName.LongSmart, 1L << 42, medium, new SurfaceChoice());

        Assert.Equal(times * once, StageEstimates.SecondsOf(StageName.SurfaceValidate, 1L << 42, medium, new SurfaceChoice { Passes = passes, Mode = mode }), 3);
    }
}
