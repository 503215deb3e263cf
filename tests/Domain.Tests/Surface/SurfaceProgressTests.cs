using Burnin.Domain.Surface;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Surface;

public sealed class SurfaceProgressTests
{
    [Fact]
    public void Work_done_in_the_segment_in_hand_counts_with_the_ones_before_it()
    {
        var current = new CurrentSegment { Index = 1, StartSecond = 110, DoneBlocks = 500 };

        var progress = SurfaceProgress.Of(SurfaceRuns.Plan, SurfaceRuns.Finished(1), current, 112);

        Assert.Equal(100 * (2000 + 500) / 8000.0, progress.Percent);
        Assert.Equal("pass 1 of 2, write", progress.Phase);
    }

    [Fact]
    public void Reading_back_is_the_second_half_of_a_segment()
    {
        var current = new CurrentSegment { Index = 2, StartSecond = 120, DoneBlocks = 1500, IsReading = true, Errors = 1 };

        var progress = SurfaceProgress.Of(SurfaceRuns.Plan, SurfaceRuns.Finished(2), current, 140);

        Assert.Equal(100 * (4000 + 1500) / 8000.0, progress.Percent);
        Assert.Equal("pass 2 of 2, verify", progress.Phase);
        Assert.Equal(1500 * 4096 / 20, progress.BytesPerSecond);
        Assert.Equal(1, progress.Errors);
    }

    [Fact]
    public void Time_that_a_segment_stood_still_does_not_slow_it_down()
    {
        var current = new CurrentSegment { Index = 0, StartSecond = 100, HeldSeconds = 3600, DoneBlocks = 1000 };

        Assert.Equal(1000 * 4096 / 20, SurfaceProgress.Of(SurfaceRuns.Plan, [], current, 3720).BytesPerSecond);
    }

    [Fact]
    public void Before_the_segment_in_hand_says_much_the_ones_before_it_tell_the_speed() =>
        Assert.Equal(2000 * 4096 / 10, SurfaceProgress.Of(SurfaceRuns.Plan, SurfaceRuns.Finished(2), null, 130).BytesPerSecond);

    [Fact]
    public void Nothing_known_is_no_progress_and_no_speed()
    {
        var progress = SurfaceProgress.Of(SurfaceRuns.Plan, [], null, 0);

        Assert.Equal((0, null, null, 0), (progress.Percent, progress.Phase, progress.BytesPerSecond, progress.Errors));
    }

    [Fact]
    public void A_segment_that_is_finished_and_still_in_hand_counts_once() =>
        Assert.Equal(25, SurfaceProgress.Of(SurfaceRuns.Plan, SurfaceRuns.Finished(1), new CurrentSegment { Index = 0, StartSecond = 100, DoneBlocks = 2000 }, 111).Percent);

    [Theory]
    [InlineData(1, 0, "verify", "verify")]
    [InlineData(4, 0, "write", "pass 1 of 4, write")]
    [InlineData(4, 3, "verify", "pass 4 of 4, verify")]
    public void The_phase_names_the_pass_where_there_is_more_than_one(int passes, int pass, string half, string words) =>
        Assert.Equal(words, SurfaceProgress.PhaseOf(passes, pass, half));

    [Fact]
    public void What_is_only_read_is_neither_written_nor_verified()
    {
        var plan = SurfacePlan.Of(1L << 30, new SurfaceShape { Mode = SurfaceMode.Read }, SurfaceEngine.Fio);

        Assert.Equal("read", SurfaceProgress.Of(plan, [], new CurrentSegment { Index = 0, StartSecond = 0, DoneBlocks = 1 }, 1).Phase);
    }

    [Fact]
    public void The_percent_never_leaves_its_bounds_whatever_the_tool_says() =>
        Gen.Select(Gen.Int[-5, 9], Gen.Double[-1e6, 1e6], Gen.Bool, Gen.Int[0, 4]).Sample((index, done, isReading, finished) =>
        {
            var current = new CurrentSegment { Index = index, StartSecond = 0, DoneBlocks = done, IsReading = isReading };

            Assert.InRange(SurfaceProgress.Of(SurfaceRuns.Plan, SurfaceRuns.Finished(finished), current, 1).Percent, 0, 100);
        });
}
