using Burnin.Archive;
using Burnin.Domain.Jobs;
using Burnin.History.Surface;

namespace Burnin.History.Tests.Surface;

public sealed class SurfaceHistoryTests
{
    private const long Size = 16_000_900_661_248;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_test_shows_every_pass_and_a_speed_that_falls_towards_the_middle()
    {
        var run = await RunAsync(KnownJobs.Passed);

        Assert.Equal(["0xAA", "0x55", "0xFF", "0x00"], run.Passes.Select(pass => pass.Name));
        Assert.All(run.Passes, pass => Assert.Equal((100, 100, 0), (pass.WrittenPercent, pass.ReadPercent, pass.Errors)));
        Assert.Equal(["write", "read"], run.Speeds.Select(speed => speed.Direction));
        Assert.All(run.Speeds, speed => Assert.True(speed.BytesPerSecond[0] > 1.5 * speed.BytesPerSecond[^1]));
        Assert.Equal(("badblocks", 46), (run.Engine, run.HottestCelsius));
        Assert.Empty(run.SlowSpots);
        Assert.Empty(run.FaultyBlocks);
    }

    [Fact]
    public async Task A_test_that_ended_early_shows_what_was_not_run_and_which_blocks_failed()
    {
        var run = await RunAsync(KnownJobs.Failed);

        Assert.Equal(4, run.Passes.Count);
        Assert.Equal((100, 8), (run.Passes[1].WrittenPercent, run.Passes[1].Errors));
        Assert.InRange(run.Passes[1].ReadPercent!.Value, 25, 35);
        Assert.Equal((null, null, 0), (run.Passes[2].WrittenPercent, run.Passes[2].ReadPercent, run.Passes[2].Seconds));
        Assert.Equal(8, run.FaultyBlocks.Count);
        Assert.Equal(new FaultyBlock("0x55", 1_213_867_192, "came back different", true), run.FaultyBlocks[0]);
    }

    [Fact]
    public async Task A_slow_zone_is_found_where_it_is()
    {
        var spot = Assert.Single((await RunAsync(KnownJobs.WithNotes)).SlowSpots);

        Assert.InRange(0.37, spot.FromByte / (double)Size, spot.ToByte / (double)Size);
        Assert.InRange(spot.Ratio, 0.4, 0.6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"segments\":[{\"index\":1}]}")]
    [InlineData("{\"segments\":[]}")]
    public async Task What_is_no_such_file_is_left_out(string text)
    {
        await using var history = HistoryOnDisk.Created();
        await history.Evidence.KeepAsync("J", 3, new StageEvidence("segments.json", text), Stop);

        Assert.Empty(await history.Surface.ReadAsync("J", Size, await history.Kept.ListAsync("J", Stop), Stop));
    }

    private static async Task<SurfaceRun> RunAsync(string id)
    {
        await using var history = HistoryOnDisk.Created();
        await PastHistory.FillAsync(history.Services, history.Clock.GetUtcNow(), jobs: 0, Stop);
        return Assert.Single(await history.Surface.ReadAsync(id, Size, await history.Kept.ListAsync(id, Stop), Stop));
    }
}
