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
    public void Bad_blocks_are_named_once_however_many_passes_they_failed_in()
    {
        var finished = SurfaceRuns.Finished(4);
        finished[0] = finished[0] with { Listed = 2, ReadErrors = 1, WriteErrors = 1 };

        var result = Judge(finished, [Bad(700), Bad(5), Bad(700, pass: 1)], WentThrough);

        Assert.Equal(StageState.Failed, result.State);
        Assert.Equal([5, 700], result.BadBlocks);
        Assert.Equal("2 blocks of 4096 bytes could not be read, and again when tried by themselves: 5, 700.", result.Reasons[0].Text);
        Assert.Equal("badblocks counted 1 read errors, 1 write errors and 0 blocks that came back different.", result.Reasons[1].Text);
    }

    [Fact]
    public void A_block_that_was_fine_the_second_time_still_fails_the_drive()
    {
        var result = Judge(SurfaceRuns.Finished(4), [Bad(9) with { IsConfirmed = false }], WentThrough);

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
        finished[1] = finished[1] with { Segment = new SurfaceSegment(SegmentKind.WriteVerify, 0, 1000, 1998) };

        Assert.Equal(StageState.Inconclusive, Judge(finished, [], WentThrough).State);
    }

    [Fact]
    public void A_run_that_reached_the_limit_of_bad_blocks_failed_although_it_is_incomplete()
    {
        var finished = SurfaceRuns.Finished(2);
        finished[1] = finished[1] with { IsWhole = false, Listed = 64, ReadErrors = 64 };

        var result = Judge(finished, [.. Enumerable.Range(1000, 64).Select(block => Bad(block))], WentThrough);

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
        var result = Judge(SurfaceRuns.Finished(4), [.. Enumerable.Range(0, 1500).Select(block => Bad(block))], WentThrough);

        Assert.Equal((1000, 1500), (result.BadBlocks.Length, result.BadBlockCount));
    }

    [Fact]
    public void Each_kind_of_fault_is_told_in_its_own_words()
    {
        var result = Judge(SurfaceRuns.Finished(4), [Bad(1), Bad(2, BlockFault.Unwritable), Bad(3, BlockFault.Different), Bad(4, BlockFault.UnreadableOrDifferent)], WentThrough);

        Assert.Equal(
            ["could not be read,", "could not be written,", "came back different,", "could not be read or came back different,"],
            result.Reasons.Where(reason => reason.Code == "bad_blocks").Select(reason => reason.Text["1 blocks of 4096 bytes ".Length..(reason.Text.IndexOf(',', StringComparison.Ordinal) + 1)]));
    }

    [Theory]
    [InlineData(0, StageState.Failed)]
    [InlineData(1, StageState.Failed)]
    [InlineData(2, StageState.Passed)]
    [InlineData(3, StageState.Passed)]
    public void As_many_bad_blocks_as_are_allowed_are_noted_and_condemn_nothing(int threshold, StageState state)
    {
        var finished = SurfaceRuns.Finished(4);
        finished[0] = finished[0] with { Listed = 2, ReadErrors = 2 };

        var result = Judge(finished, [Bad(5), Bad(9) with { IsConfirmed = false }], WentThrough, threshold);

        Assert.Equal(state, result.State);
        Assert.Equal(2, result.BadBlockCount);
        Assert.Contains(result.Reasons, reason => reason.Code == "bad_blocks");
        Assert.Contains(result.Reasons, reason => reason.Code == "transient_bad_blocks");
    }

    [Fact]
    public void What_was_counted_and_cannot_be_named_is_never_allowed()
    {
        var finished = SurfaceRuns.Finished(4);
        finished[0] = finished[0] with { Mismatches = 1 };

        Assert.Equal(StageState.Failed, Judge(finished, [], WentThrough, threshold: 10).State);
    }

    [Fact]
    public void An_engine_that_sees_less_is_noted_with_the_reason_for_it()
    {
        var result = SurfaceJudge.Of(Record(SurfaceRuns.Finished(4), [], WentThrough) with { EngineWhy = "fio is not installed." });

        Assert.Equal(StageState.Passed, result.State);
        Assert.EndsWith("fio is not installed.", Assert.Single(result.Reasons, reason => reason.Code == "engine").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_counts_as_tested_only_when_it_was_read_once_more_at_the_end()
    {
        var plan = SurfacePlan.Samples(1L << 30, [SegmentKind.Write, SegmentKind.Verify], 1 << 20, 4);
        List<FinishedSegment> all = [.. plan.Segments.Select((segment, index) => SurfaceRuns.Segment(0) with { Index = index, Segment = segment })];

        RunResult Judged(int count) => SurfaceJudge.Of(Record([.. all.Take(count)], [], WentThrough) with { Plan = plan });

        Assert.Equal((StageState.Passed, 4 << 20), (Judged(8).State, Judged(8).TestedBytes));
        Assert.Equal((StageState.Inconclusive, 0), (Judged(4).State, Judged(4).TestedBytes));
        Assert.Equal(3 << 20, Judged(7).TestedBytes);
    }

    private static BadBlock Bad(long block, BlockFault fault = BlockFault.Unreadable, int pass = 0) => new(pass, block, fault, IsConfirmed: true);

    private static RunResult Judge(List<FinishedSegment> finished, List<BadBlock> bad, SurfaceEnd end, int threshold = 0) =>
        SurfaceJudge.Of(Record(finished, bad, end) with { BadBlockThreshold = threshold });

    private static SurfaceRecord Record(List<FinishedSegment> finished, List<BadBlock> bad, SurfaceEnd end) => new()
    {
        Plan = SurfaceRuns.Plan,
        Finished = finished,
        Bad = bad,
        End = end,
        Engine = "badblocks",
        Log = "log",
    };
}
