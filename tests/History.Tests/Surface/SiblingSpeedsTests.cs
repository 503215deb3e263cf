using Burnin.Archive;

namespace Burnin.History.Tests.Surface;

public sealed class SiblingSpeedsTests
{
    private const string Model = "ST16000NM000J";
    private const long Size = 16_000_900_661_248;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_band_goes_from_the_slowest_to_the_fastest_sibling_in_every_part()
    {
        await using var history = await FilledAsync(jobs: 60);

        var band = (await history.Siblings.OfAsync(Model, Size, $"d-{KnownJobs.Serial}", "badblocks", Stop))!;

        Assert.True(band.Drives >= 3, $"{band.Drives}");
        Assert.Equal((100, 100), (band.Slowest.Count, band.Fastest.Count));
        Assert.All(band.Slowest.Zip(band.Fastest), part => Assert.True(part.First < part.Second));
        Assert.True(band.Fastest[0] > 1.5 * band.Fastest[^1]);
    }

    [Theory]
    [InlineData(Model, "fio")]
    [InlineData("another model", "badblocks")]
    public async Task What_was_measured_otherwise_is_no_sibling(string model, string engine)
    {
        await using var history = await FilledAsync(jobs: 60);

        Assert.Null(await history.Siblings.OfAsync(model, Size, $"d-{KnownJobs.Serial}", engine, Stop));
    }

    [Fact]
    public async Task Too_few_say_nothing_of_the_model()
    {
        await using var history = await FilledAsync(jobs: 0);

        Assert.Null(await history.Siblings.OfAsync(Model, Size, "d-new", "badblocks", Stop));
    }

    private static async Task<HistoryOnDisk> FilledAsync(int jobs)
    {
        var history = HistoryOnDisk.Created();
        await PastHistory.FillAsync(history.Services, history.Clock.GetUtcNow(), jobs, Stop);
        return history;
    }
}
