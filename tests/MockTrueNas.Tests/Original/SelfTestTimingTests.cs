namespace Burnin.MockTrueNas.Tests.Original;

public sealed class SelfTestTimingTests
{
    [Theory]
    [InlineData("SHORT", 0, "WAITING", 0)]
    [InlineData("SHORT", 1, "RUNNING", 0)]
    [InlineData("SHORT", 4.9, "RUNNING", 0)]
    [InlineData("SHORT", 5, "RUNNING", 5)]
    [InlineData("SHORT", 9.9, "RUNNING", 5)]
    [InlineData("SHORT", 10, "RUNNING", 11)]
    [InlineData("SHORT", 45, "RUNNING", 50)]
    [InlineData("SHORT", 89.9, "RUNNING", 94)]
    [InlineData("SHORT", 90, "SUCCESS", 100)]
    [InlineData("LONG", 5, "RUNNING", 1)]
    [InlineData("LONG", 240, "RUNNING", 50)]
    [InlineData("LONG", 479, "RUNNING", 98)]
    [InlineData("LONG", 480, "SUCCESS", 100)]
    public async Task A_job_moves_in_ticks_of_five_seconds(string type, double seconds, string state, int percent)
    {
        await using var nas = await NasUnderTest.StartAsync();
        var id = await nas.StartTestAsync(type, "sda");

        nas.Pass(seconds);
        var job = await nas.JobAsync(id);

        Assert.Equal(state, (string)job["state"]!);
        Assert.Equal(percent, (int)job["progress"]!["percent"]!);
    }

    [Theory]
    [InlineData("SHORT", 29.9, "RUNNING", 27)]
    [InlineData("SHORT", 30, "FAILED", 33)]
    [InlineData("LONG", 144.9, "RUNNING", 29)]
    [InlineData("LONG", 145, "FAILED", 30)]
    [InlineData("LONG", 1000, "FAILED", 30)]
    public async Task The_failing_drive_fails_at_about_thirty_percent(string type, double seconds, string state, int percent)
    {
        await using var nas = await NasUnderTest.StartAsync();
        var id = await nas.StartTestAsync(type, "sdn");

        nas.Pass(seconds);
        var job = await nas.JobAsync(id);

        Assert.Equal(state, (string)job["state"]!);
        Assert.Equal(percent, (int)job["progress"]!["percent"]!);
        Assert.Equal(state == "FAILED" ? "[EFAULT] sdn: Completed: read failure" : null, (string?)job["error"]);
    }

    [Theory]
    [InlineData(7.9, "RUNNING", 97)]
    [InlineData(8, "SUCCESS", 100)]
    public async Task A_sped_up_nas_is_done_as_many_times_sooner(double seconds, string state, int percent)
    {
        await using var nas = await NasUnderTest.StartAsync(new MockNasOptions { SpeedUp = 60 });
        var id = await nas.StartTestAsync("LONG", "sda");

        nas.Pass(seconds);
        var job = await nas.JobAsync(id);

        Assert.Equal(state, (string)job["state"]!);
        Assert.Equal(percent, (int)job["progress"]!["percent"]!);
    }

    [Fact]
    public async Task A_job_says_when_it_started_and_when_it_ended()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var start = nas.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var id = await nas.StartTestAsync("SHORT", "sda");

        Assert.Null((await nas.JobAsync(id))["time_finished"]);

        nas.Pass(3600);
        var job = await nas.JobAsync(id);

        Assert.Equal(start, (long)job["time_started"]!["$date"]!);
        Assert.Equal(start + 90_000, (long)job["time_finished"]!["$date"]!);
    }
}
