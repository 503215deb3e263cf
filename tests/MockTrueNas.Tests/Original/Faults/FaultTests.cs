using System.Net;

namespace Burnin.MockTrueNas.Tests.Original.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task A_status_replaces_every_answer_of_the_api_until_reset()
    {
        await using var nas = await NasUnderTest.StartAsync();

        await nas.PostAsync("debug/faults", new { status = 502 });
        using var faulty = await nas.TryStartTestAsync("SHORT", "sda");
        await nas.PostAsync("debug/reset");

        Assert.Equal(HttpStatusCode.BadGateway, faulty.StatusCode);
        Assert.Empty((await nas.GetAsync("api/v2.0/core/get_jobs")).AsArray());
    }

    [Fact]
    public async Task A_dropped_connection_ends_without_an_answer()
    {
        await using var nas = await NasUnderTest.StartAsync();
        await nas.PostAsync("debug/faults", new { drop = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => nas.GetAsync("api/v2.0/disk"));
    }

    [Fact]
    public async Task A_slow_answer_comes_when_its_time_has_passed()
    {
        await using var nas = await NasUnderTest.StartAsync();
        await nas.PostAsync("debug/faults", new { slow_ms = 30_000 });

        var names = nas.NamesAsync();
        await nas.Clock.SomebodyWaits.WaitAsync(TestContext.Current.CancellationToken);
        nas.Pass(29.9);
        Assert.False(names.IsCompleted);

        nas.Pass(0.1);
        Assert.Equal(15, (await names).Count);
    }

    [Fact]
    public async Task A_new_plan_replaces_the_whole_of_the_old_one()
    {
        await using var nas = await NasUnderTest.StartAsync();
        await nas.PostAsync("debug/faults", new { drop = true, status = 503 });
        await nas.PostAsync("debug/faults", new { });

        Assert.Equal(15, (await nas.NamesAsync()).Count);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, 200)]
    [InlineData(0, 999)]
    public async Task An_impossible_fault_is_refused(int slowMs, int? status)
    {
        await using var nas = await NasUnderTest.StartAsync();

        using var answer = await nas.SendAsync("debug/faults", new { slow_ms = slowMs, status });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }
}
