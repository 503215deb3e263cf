namespace Burnin.MockTrueNas.Tests;

public sealed class MockNasTests
{
    [Fact]
    public async Task A_nas_listens_on_loopback_whatever_the_environment_of_the_host_says()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://0.0.0.0:1");
        Environment.SetEnvironmentVariable("DOTNET_URLS", "http://0.0.0.0:1");

        await using var nas = await NasUnderTest.StartAsync();

        Assert.Equal("127.0.0.1", nas.Client.BaseAddress!.Host);
        Assert.NotEqual(1, nas.Client.BaseAddress.Port);
        Assert.Equal(15, (await nas.NamesAsync()).Count);
    }

    [Fact]
    public async Task Several_boxes_live_side_by_side()
    {
        await using var attic = await NasUnderTest.StartAsync(new MockNasOptions { Name = "attic" });
        await using var cellar = await NasUnderTest.StartAsync(new MockNasOptions { Name = "cellar" });

        await attic.StartTestAsync("SHORT", "sda");

        Assert.Empty((await cellar.GetAsync("api/v2.0/core/get_jobs")).AsArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Time_neither_stands_still_nor_runs_backwards(double speedUp) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MockNasOptions { SpeedUp = speedUp });
}
