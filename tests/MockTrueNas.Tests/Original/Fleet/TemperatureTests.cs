namespace Burnin.MockTrueNas.Tests.Original.Fleet;

public sealed class TemperatureTests
{
    [Fact]
    public async Task One_drive_runs_warm()
    {
        await using var nas = await NasUnderTest.StartAsync();

        for (var minute = 0; minute < 10; minute++)
        {
            Assert.InRange((int)(await nas.DiskAsync("sdf"))["temperature"]!, 44, 47);
            nas.Pass(60);
        }
    }

    [Fact]
    public async Task An_idle_drive_drifts_by_little()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var seen = new HashSet<int>();

        for (var minute = 0; minute < 10; minute++)
        {
            seen.Add((int)(await nas.DiskAsync("sda"))["temperature"]!);
            nas.Pass(60);
        }

        Assert.True(seen.Count > 1);
        Assert.True(seen.Max() - seen.Min() <= 4);
    }

    [Fact]
    public async Task A_drive_warms_up_while_it_is_tested_and_cools_down_after()
    {
        await using var tested = await NasUnderTest.StartAsync();
        await using var idle = await NasUnderTest.StartAsync();
        await tested.StartTestAsync("LONG", "sda");

        Assert.Equal(6, await DifferenceAfterAsync(480));
        Assert.Equal(0, await DifferenceAfterAsync(60));

        async Task<int> DifferenceAfterAsync(int seconds)
        {
            tested.Pass(seconds);
            idle.Pass(seconds);

            return (int)(await tested.DiskAsync("sda"))["temperature"]! - (int)(await idle.DiskAsync("sda"))["temperature"]!;
        }
    }

    [Fact]
    public async Task A_temperature_set_by_hand_stays_until_it_is_let_go()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var before = (int)(await nas.DiskAsync("sda"))["temperature"]!;

        await nas.PostAsync("debug/drives/sda/temperature", new { celsius = 57 });
        Assert.Equal(57, (int)(await nas.DiskAsync("sda"))["temperature"]!);

        await nas.PostAsync("debug/drives/sda/temperature", new { celsius = (int?)null });
        Assert.Equal(before, (int)(await nas.DiskAsync("sda"))["temperature"]!);
    }
}
