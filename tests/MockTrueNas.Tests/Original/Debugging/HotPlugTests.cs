using System.Net;

namespace Burnin.MockTrueNas.Tests.Original.Debugging;

public sealed class HotPlugTests
{
    [Fact]
    public async Task A_removed_drive_is_gone_and_comes_back_as_itself()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var serial = (string)(await nas.DiskAsync("sdc"))["serial"]!;

        await nas.PostAsync("debug/drives/sdc/remove");
        Assert.Equal(14, (await nas.NamesAsync()).Count);
        Assert.DoesNotContain("sdc", await nas.NamesAsync());

        await nas.PostAsync("debug/drives/sdc/insert");
        Assert.Equal(serial, (string)(await nas.DiskAsync("sdc"))["serial"]!);
    }

    [Fact]
    public async Task A_test_dies_with_the_drive_that_is_pulled_from_under_it()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var id = await nas.StartTestAsync("SHORT", "sda");
        nas.Pass(45);

        await nas.PostAsync("debug/drives/sda/remove");
        await nas.PostAsync("debug/drives/sda/insert");
        nas.Pass(3600);
        var job = await nas.JobAsync(id);
        var log = await nas.GetAsync("api/v2.0/smart/test/results/sda");

        Assert.Equal("FAILED", (string)job["state"]!);
        Assert.Equal("[EFAULT] sda: Interrupted (host reset)", (string)job["error"]!);
        Assert.Equal(50, (int)log[0]!["percent"]!);
        Assert.Null(log[0]!["lba_of_first_error"]);
    }

    [Fact]
    public async Task A_drive_that_is_out_can_be_neither_tested_nor_read()
    {
        await using var nas = await NasUnderTest.StartAsync();
        await nas.PostAsync("debug/drives/sda/remove");

        using var start = await nas.TryStartTestAsync("SHORT", "sda");
        using var results = await nas.Client.GetAsync(
            new Uri("api/v2.0/smart/test/results/sda", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, start.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, results.StatusCode);
    }

    [Fact]
    public async Task A_renamed_drive_takes_its_log_along()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var serial = (string)(await nas.DiskAsync("sda"))["serial"]!;
        await nas.StartTestAsync("SHORT", "sda");

        await nas.PostAsync("debug/drives/sda/rename", new { name = "sdz" });

        Assert.DoesNotContain("sda", await nas.NamesAsync());
        Assert.Equal(serial, (string)(await nas.DiskAsync("sdz"))["serial"]!);
        Assert.Single((await nas.GetAsync("api/v2.0/smart/test/results/sdz")).AsArray());
    }

    [Fact]
    public async Task A_drive_that_takes_the_name_of_another_gives_it_its_own()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var first = (string)(await nas.DiskAsync("sda"))["serial"]!;
        var second = (string)(await nas.DiskAsync("sdb"))["serial"]!;

        await nas.PostAsync("debug/drives/sda/rename", new { name = "sdb" });

        Assert.Equal(second, (string)(await nas.DiskAsync("sda"))["serial"]!);
        Assert.Equal(first, (string)(await nas.DiskAsync("sdb"))["serial"]!);
    }

    [Fact]
    public async Task Ill_health_can_be_declared()
    {
        await using var nas = await NasUnderTest.StartAsync();

        await nas.PostAsync("debug/drives/sda/health", new { healthy = false });

        Assert.Equal("FAILED", (string)(await nas.DiskAsync("sda"))["smart_health"]!);
    }

    [Theory]
    [InlineData("remove")]
    [InlineData("insert")]
    [InlineData("rename")]
    [InlineData("temperature")]
    public async Task There_is_no_lever_on_a_drive_that_does_not_exist(string lever)
    {
        await using var nas = await NasUnderTest.StartAsync();

        using var answer = await nas.SendAsync($"debug/drives/sdq/{lever}", new { name = "sdz", celsius = 40 });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
