namespace Burnin.MockTrueNas.Tests.Original.Debugging;

public sealed class DebugTests
{
    [Fact]
    public async Task The_state_shows_drives_jobs_and_the_speed()
    {
        await using var nas = await NasUnderTest.StartAsync(new MockNasOptions { Name = "attic", SpeedUp = 9 });
        await nas.StartTestAsync("SHORT", "sda");
        nas.Pass(5);

        var state = await nas.GetAsync("debug/state");

        Assert.Equal("attic", (string)state["name"]!);
        Assert.Equal(9, (double)state["speed_up"]!);
        Assert.Equal(15, state["drives"]!.AsArray().Count);
        Assert.True((bool)state["drives"]![0]!["testing"]!);
        Assert.Equal("RUNNING", (string)state["jobs"]![0]!["state"]!);
        Assert.Equal(50, (int)state["jobs"]![0]!["percent"]!);
        Assert.Equal((string)state["drives"]![0]!["serial"]!, (string)state["jobs"]![0]!["serials"]![0]!);
    }

    [Fact]
    public async Task A_reset_forgets_everything_but_the_job_numbers()
    {
        await using var nas = await NasUnderTest.StartAsync();
        await nas.StartTestAsync("LONG", "sda");
        await nas.PostAsync("debug/drives/sdb/remove");
        await nas.PostAsync("debug/drives/sdc/rename", new { name = "sdz" });
        await nas.PostAsync("debug/drives/sdd/temperature", new { celsius = 60 });

        await nas.PostAsync("debug/reset");

        Assert.Empty((await nas.GetAsync("api/v2.0/core/get_jobs")).AsArray());
        Assert.Equal(Enumerable.Range('a', 15).Select(letter => $"sd{(char)letter}"), await nas.NamesAsync());
        Assert.NotEqual(60, (int)(await nas.DiskAsync("sdd"))["temperature"]!);
        Assert.Equal(2, await nas.StartTestAsync("LONG", "sda"));
    }

    [Fact]
    public async Task Completing_all_jobs_ends_them_as_time_would_have()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var sound = await nas.StartTestAsync("LONG", "sda");
        var failing = await nas.StartTestAsync("LONG", "sdn");
        var aborted = await nas.StartTestAsync("LONG", "sdb");
        await nas.PostAsync("api/v2.0/core/job_abort", aborted);
        nas.Pass(10);

        await nas.PostAsync("debug/complete-all-jobs");

        Assert.Equal("SUCCESS", (string)(await nas.JobAsync(sound))["state"]!);
        Assert.Equal(100, (int)(await nas.JobAsync(sound))["progress"]!["percent"]!);
        Assert.Equal("FAILED", (string)(await nas.JobAsync(failing))["state"]!);
        Assert.Equal("ABORTED", (string)(await nas.JobAsync(aborted))["state"]!);
    }
}
