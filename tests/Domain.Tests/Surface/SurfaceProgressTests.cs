using Burnin.Domain.Surface;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Surface;

public sealed class SurfaceProgressTests
{
    [Fact]
    public void The_percent_of_a_later_segment_counts_from_its_own_first_block()
    {
        var current = new CurrentSegment(1, 110, new BadblocksProgress { Percent = 75 });

        var progress = SurfaceProgress.Of(SurfaceRuns.Plan, SurfaceRuns.Finished(1), current, 112);

        Assert.Equal(100 * (2000 + 500) / 8000.0, progress.Percent);
        Assert.Equal("0xaa write", progress.Phase);
    }

    [Fact]
    public void Reading_back_is_the_second_half_of_a_segment()
    {
        var current = new CurrentSegment(2, 120, new BadblocksProgress { Percent = 50, IsVerifying = true, WriteErrors = 1 });

        var progress = SurfaceProgress.Of(SurfaceRuns.Plan, SurfaceRuns.Finished(2), current, 140);

        Assert.Equal(100 * (4000 + 1500) / 8000.0, progress.Percent);
        Assert.Equal("0x00 verify", progress.Phase);
        Assert.Equal(1500 * 4096 / 20, progress.BytesPerSecond);
        Assert.Equal(1, progress.Errors);
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
        Assert.Equal(25, SurfaceProgress.Of(SurfaceRuns.Plan, SurfaceRuns.Finished(1), new CurrentSegment(0, 100, new BadblocksProgress { IsCompleted = true }), 111).Percent);

    [Fact]
    public void The_percent_never_leaves_its_bounds_whatever_the_tool_says() =>
        Gen.Select(Gen.Int[-5, 9], Gen.Double[-1000, 1000], Gen.Bool, Gen.Int[0, 4]).Sample((index, percent, isVerifying, finished) =>
        {
            var current = new CurrentSegment(index, 0, new BadblocksProgress { Percent = percent, IsVerifying = isVerifying });

            Assert.InRange(SurfaceProgress.Of(SurfaceRuns.Plan, SurfaceRuns.Finished(finished), current, 1).Percent, 0, 100);
        });
}
