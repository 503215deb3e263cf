using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Nases;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Fleet;

public sealed class ConcurrencyGovernorGrainTests : GrainCluster
{
    [Fact]
    public async Task No_more_jobs_run_than_the_limit_and_the_first_in_line_is_next()
    {
        await AddNasAsync(1, "S1", "S2", "S3");
        var first = await StartAsync("S1");
        var run = await RunAsync(first, StageName.SurfaceValidate);
        var second = await StartAsync("S2");
        await JobShowsAsync(second, "second waits", view => view.Summary.QueuePosition == 1);
        var third = await StartAsync("S3");
        await JobShowsAsync(third, "third waits", view => view.Summary.QueuePosition == 2);

        await Nas.PassAsync(run);

        await Nas.PassAsync(await RunAsync(second, StageName.SurfaceValidate));
        await JobShowsAsync(third, "third runs", view => view.Summary.State == "running");
        await JobShowsAsync(second, "second is over", view => view.IsOver);
    }

    [Fact]
    public async Task A_raised_limit_lets_waiting_jobs_go_at_once()
    {
        await AddNasAsync(1, "S1", "S2");
        await RunAsync(await StartAsync("S1"), StageName.SurfaceValidate);
        var second = await StartAsync("S2");
        await JobShowsAsync(second, "second waits", view => view.Summary.QueuePosition == 1);

        await Grains.Nas(NasName).ChangeAsync(new NasChange { MaxParallel = 2 }, TestContext.Current.CancellationToken);

        await RunAsync(second, StageName.SurfaceValidate);
    }

    [Fact]
    public async Task A_queued_job_that_is_cancelled_gives_its_place_back()
    {
        await AddNasAsync(1, "S1", "S2");
        await RunAsync(await StartAsync("S1"), StageName.SurfaceValidate);
        var second = await StartAsync("S2");
        await JobShowsAsync(second, "second waits", view => view.Summary.QueuePosition == 1);

        await Grains.Job(second).CancelAsync("bob", TestContext.Current.CancellationToken);

        await EventuallyAsync("nobody waits", async () => (await Grains.Governor(NasName).GetAsync()).Waiting.IsEmpty);
    }

    [Fact]
    public async Task Leases_outlive_the_governor()
    {
        await AddNasAsync(1, "S1", "S2");
        var first = await StartAsync("S1");
        await RunAsync(first, StageName.SurfaceValidate);

        await LoseActivationsAsync();

        Assert.Equal([first], (await Grains.Governor(NasName).GetAsync()).Holders);
        Assert.False((await Grains.Governor(NasName).AcquireAsync(first + "X")).Granted);
    }

    [Fact]
    public async Task A_slot_whose_job_does_not_exist_is_taken_back()
    {
        await AddNasAsync(1, "S1");
        Assert.True((await Grains.Governor(NasName).AcquireAsync("01JNOBODY")).Granted);

        await EventuallyAsync("taken back", async () => (await Grains.Governor(NasName).GetAsync()).Holders.IsEmpty);
    }
}
