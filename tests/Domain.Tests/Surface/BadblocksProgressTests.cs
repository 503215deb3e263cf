using Burnin.Domain.Surface;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Surface;

public sealed class BadblocksProgressTests
{
    /// <summary>As badblocks 1.47.0 wrote it without a terminal, with a write error in its first half.</summary>
    private static readonly string Output =
        "Checking for bad blocks in read-write mode\nFrom block 0 to 16383\nTesting with pattern 0xaa:   0.00% done, 0:00 elapsed. (0/0/0 errors)" + Back
        + "  8.59% done, 0:01 elapsed. (0/1/0 errors)" + Back + "done" + new string(' ', 49) + "\nReading and comparing:   0.00% done, 0:02 elapsed. (0/1/0 errors)" + Back
        + " 50.00% done, 1:00:03 elapsed. (0/1/1 errors)" + new string('\b', 45) + "done" + new string(' ', 49) + "\nPass completed, 2 bad blocks found. (0/1/1 errors)\n";

    private static string Back => new('\b', 42);

    [Fact]
    public void The_whole_output_of_a_segment_is_completed_with_its_counts()
    {
        var progress = BadblocksProgress.Parse(Output);

        Assert.True(progress.IsCompleted);
        Assert.Equal((0, 1, 1), (progress.ReadErrors, progress.WriteErrors, progress.Mismatches));
    }

    [Theory]
    [InlineData("8.59% done, 0:01 elapsed. (0/1/0 errors)", 8.59, false, false)]
    [InlineData("done", 8.59, false, true)]
    [InlineData("Reading and comparing:   0.00% done, 0:02 elapsed. (0/1/0 errors)", 0, true, false)]
    [InlineData("1:00:03 elapsed. (0/1/1 errors)", 50, true, false)]
    public void Output_up_to_a_place_tells_where_the_tool_is(string upTo, double percent, bool isVerifying, bool isHalfDone)
    {
        var end = upTo == "done" ? Output.IndexOf("done     ", StringComparison.Ordinal) + 4 : Output.IndexOf(upTo, StringComparison.Ordinal) + upTo.Length;

        var progress = BadblocksProgress.Parse(Output[..end]);

        Assert.Equal((percent, isVerifying, isHalfDone, false), (progress.Percent, progress.IsVerifying, progress.IsHalfDone, progress.IsCompleted));
    }

    [Fact]
    public void Output_cut_anywhere_never_fails_and_never_counts_more_than_was_said() =>
        Gen.Select(Gen.Int[0, Output.Length], Gen.Int[0, Output.Length]).Sample((a, b) =>
        {
            var progress = BadblocksProgress.Parse(Output[Math.Min(a, b)..Math.Max(a, b)]);

            Assert.InRange(progress.Errors, 0, 2);
            Assert.InRange(progress.Percent, 0, 100);
        });

    [Fact]
    public void Any_text_is_taken() => Gen.String.Sample(text => Assert.NotNull(BadblocksProgress.Parse(text)));

    [Fact]
    public void Numbers_beyond_all_measure_are_left_out() =>
        Assert.Equal(new BadblocksProgress { Percent = 1 }, BadblocksProgress.Parse("1.00% done, 0:01 elapsed. (99999999999999999999/0/0 errors)"));

    [Theory]
    [InlineData(75, false, false, false, 500)]
    [InlineData(20, false, false, false, 0)]
    [InlineData(75, false, true, false, 1000)]
    [InlineData(75, true, false, false, 1500)]
    [InlineData(0, false, false, true, 2000)]
    public void The_percent_of_a_later_segment_counts_from_its_own_first_block(double percent, bool isVerifying, bool isHalfDone, bool isCompleted, double done)
    {
        var progress = new BadblocksProgress { Percent = percent, IsVerifying = isVerifying, IsHalfDone = isHalfDone, IsCompleted = isCompleted };

        Assert.Equal(done, progress.DoneBlocksOf(new SurfaceSegment(SegmentKind.WriteVerify, 0, 1000, 1999)));
    }

    [Fact]
    public void What_is_only_read_has_no_half_that_was_written() =>
        Assert.Equal(500, new BadblocksProgress { Percent = 75, IsVerifying = true }.DoneBlocksOf(new SurfaceSegment(SegmentKind.Read, 0, 1000, 1999)));
}
