using System.Net;

namespace Burnin.MockTrueNas.Tests.Original;

public sealed class AbortTests
{
    [Fact]
    public async Task An_aborted_job_stays_where_it_was()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var id = await nas.StartTestAsync("SHORT", "sda");
        nas.Pass(45);

        Assert.True((bool)await nas.PostAsync("api/v2.0/core/job_abort", id));
        nas.Pass(3600);
        var job = await nas.JobAsync(id);

        Assert.Equal("ABORTED", (string)job["state"]!);
        Assert.Equal(50, (int)job["progress"]!["percent"]!);
        Assert.Equal(45_000, (long)job["time_finished"]!["$date"]! - (long)job["time_started"]!["$date"]!);
    }

    [Fact]
    public async Task An_aborted_drive_takes_a_new_test_at_once()
    {
        await using var nas = await NasUnderTest.StartAsync();
        await nas.PostAsync("api/v2.0/core/job_abort", await nas.StartTestAsync("LONG", "sda"));

        Assert.Equal(2, await nas.StartTestAsync("SHORT", "sda"));
    }

    [Fact]
    public async Task To_abort_a_job_that_has_ended_changes_nothing()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var id = await nas.StartTestAsync("SHORT", "sda");
        nas.Pass(90);

        await nas.PostAsync("api/v2.0/core/job_abort", id);

        Assert.Equal("SUCCESS", (string)(await nas.JobAsync(id))["state"]!);
    }

    [Fact]
    public async Task An_unknown_job_cannot_be_aborted()
    {
        await using var nas = await NasUnderTest.StartAsync();

        using var answer = await nas.SendAsync("api/v2.0/core/job_abort", 99);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }
}
