using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Xunit;

namespace Burnin.Domain.Tests.Surface;

public sealed class SurfaceJudgeTests
{
    private static readonly SurfaceEnd WentThrough = new SurfaceEnd.WentThrough();

    [Fact]
    public void A_run_without_a_single_count_passes_and_names_what_was_not_tested()
    {
        var result = Judge(SurfaceRuns.Finished(4), [], WentThrough);

        Assert.Equal(StageState.Passed, result.State);
        Assert.Equal((2000 * 4096, 512, 0), (result.TestedBytes, result.UntestedBytes, result.BadBlockCount));
        Assert.Equal(("untested_bytes", Severity.Note), (Assert.Single(result.Reasons).Code, result.Reasons[0].Severity));
    }

    [Fact]
    public void Bad_blocks_are_named_once_however_many_patterns_they_failed_in()
    {
        var finished = SurfaceRuns.Finished(4);
        finished[0] = finished[0] with { Listed = 2, ReadErrors = 1, WriteErrors = 1 };

        var result = Judge(finished, [new(0xaa, 700, true), new(0xaa, 5, true), new(0x00, 700, true)], WentThrough);

        Assert.Equal(StageState.Failed, result.State);
        Assert.Equal([5, 700], result.BadBlocks);
        Assert.Equal("2 blocks of 4096 bytes failed, and failed again when read by themselves: 5, 700.", result.Reasons[0].Text);
        Assert.Equal("badblocks counted 1 read errors, 1 write errors and 0 blocks that came back different.", result.Reasons[1].Text);
    }

    [Fact]
    public void A_block_that_was_fine_the_second_time_still_fails_the_drive()
    {
        var result = Judge(SurfaceRuns.Finished(4), [new(0xaa, 9, false)], WentThrough);

        Assert.Equal((StageState.Failed, "transient_bad_blocks"), (result.State, result.Reasons[0].Code));
    }

    [Fact]
    public void Counts_without_a_named_block_fail_too()
    {
        var finished = SurfaceRuns.Finished(4);
        finished[3] = finished[3] with { Mismatches = 1 };

        Assert.Equal(StageState.Failed, Judge(finished, [], WentThrough).State);
    }

    [Fact]
    public void Listed_blocks_without_counts_fail_too()
    {
        var finished = SurfaceRuns.Finished(4);
        finished[3] = finished[3] with { Listed = 1 };

        Assert.Equal(StageState.Failed, Judge(finished, [], WentThrough).State);
    }

    [Fact]
    public void A_run_that_says_it_is_done_with_a_segment_missing_proves_nothing()
    {
        var result = Judge(SurfaceRuns.Finished(3), [], WentThrough);

        Assert.Equal((StageState.Inconclusive, "incomplete"), (result.State, result.Reasons[0].Code));
        Assert.Equal((1000 * 4096, (1000 * 4096) + 512), (result.TestedBytes, result.UntestedBytes));
    }

    [Fact]
    public void A_segment_that_is_not_the_one_of_the_plan_covers_nothing()
    {
        var finished = SurfaceRuns.Finished(4);
        finished[1] = finished[1] with { Segment = new SurfaceSegment(0xaa, 1000, 1998) };

        Assert.Equal(StageState.Inconclusive, Judge(finished, [], WentThrough).State);
    }

    [Fact]
    public void A_run_that_reached_the_limit_of_bad_blocks_failed_although_it_is_incomplete()
    {
        var finished = SurfaceRuns.Finished(2);
        finished[1] = finished[1] with { ExitCode = 1, Listed = 64, ReadErrors = 64 };

        var result = Judge(finished, [.. Enumerable.Range(1000, 64).Select(block => new BadBlock(0xaa, block, true))], WentThrough);

        Assert.Equal((StageState.Failed, 64), (result.State, result.BadBlockCount));
        Assert.Contains("and 54 more", result.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Equal(0, result.TestedBytes);
    }

    [Fact]
    public void Trouble_of_the_host_says_nothing_about_the_drive()
    {
        (SurfaceEnd End, string Code)[] ends =
        [
            (new SurfaceEnd.Stopped(), "stopped"),
            (new SurfaceEnd.Aborted("The disk went away."), "aborted"),
            (new SurfaceEnd.Refused("mounted", "sda1 is mounted at /mnt."), "mounted"),
        ];

        Assert.All(ends, end =>
        {
            var result = Judge(SurfaceRuns.Finished(2), [], end.End);
            Assert.Equal((StageState.Inconclusive, end.Code), (result.State, result.Reasons[0].Code));
        });
    }

    [Fact]
    public void No_more_than_the_first_thousand_blocks_are_named()
    {
        var result = Judge(SurfaceRuns.Finished(4), [.. Enumerable.Range(0, 1500).Select(block => new BadBlock(0xaa, block, true))], WentThrough);

        Assert.Equal((1000, 1500), (result.BadBlocks.Length, result.BadBlockCount));
    }

    private static RunResult Judge(List<FinishedSegment> finished, List<BadBlock> bad, SurfaceEnd end) =>
        SurfaceJudge.Of(SurfaceRuns.Plan, finished, bad, end, "log");
}
