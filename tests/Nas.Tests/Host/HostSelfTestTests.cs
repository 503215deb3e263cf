using Burnin.Domain.Jobs;
using Burnin.Nas.Host;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class HostSelfTestTests
{
    [Fact]
    public async Task It_runs_is_found_again_and_passes()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await OrderAsync(bench);

        Assert.Equal(new LaunchAnswer.Running("selftest"), await bench.StartAsync(order));
        Assert.Equal(new RunProgress { Percent = 40, Phase = "60 % remaining" }, (await bench.SeeAsync<RunSnapshot.Running>(order)).Progress);
        Assert.Equal(new LaunchAnswer.Running("selftest"), await bench.StartAsync(order));
        Assert.Equal(new LaunchAnswer.Fenced(1), await bench.StartAsync(order with { Epoch = 0 }));

        bench.Disguise!.SelfTest(0, "Completed without error");

        Assert.Equal(StageState.Passed, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
        await bench.Nas.CleanAsync(order, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_fails_with_the_words_of_the_drive()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await OrderAsync(bench);
        await bench.StartAsync(order);
        bench.Disguise!.SelfTest(0x75, "Completed: read failure");

        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result;

        Assert.Equal((StageState.Failed, "The drive's self-test failed: Completed: read failure."), (result.State, result.Reasons[0].Text));
    }

    [Fact]
    public async Task A_test_of_another_is_not_taken_for_ours()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await OrderAsync(bench);
        bench.Disguise!.SelfTest(246);

        Assert.Equal("self_test", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order)).Facts).Code);
        Assert.Equal("self_test", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order)).Facts).Code);
    }

    [Fact]
    public async Task A_smartctl_that_starts_nothing_and_calls_it_success_is_not_believed()
    {
        await using var bench = new HostBench(isDisguised: true);
        bench.Disguise!.Mute();

        Assert.Equal(
            new LaunchAnswer.Impossible("smartctl started no self-test on this drive: device successfully opened"),
            await bench.StartAsync(await OrderAsync(bench)));
    }

    [Fact]
    public async Task A_test_that_was_interrupted_is_lost_and_starts_again_when_ordered_again()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await OrderAsync(bench);
        await bench.StartAsync(order);
        bench.Disguise!.SelfTest(0x29, "Interrupted (host reset)");
        await using var shell = bench.Shell();

        var status = await shell.RunAsync(HostProgramme.Text("selftest-status", bench.Base, order.RunId), TestContext.Current.CancellationToken);

        Assert.Equal(
            new RunSnapshot.Lost("The self-test ended without a verdict: Interrupted (host reset)."), SelfTestJudge.Of(HostAnswer.Read(status)));
        Assert.Equal(new LaunchAnswer.Running("selftest"), await bench.StartAsync(order));
        Assert.Equal(246, bench.Disguise.SelfTestStatus);
    }

    [Fact]
    public async Task Stopping_aborts_it_and_proves_it()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await OrderAsync(bench);
        await bench.StartAsync(order);

        await bench.Nas.StopAsync(order, TestContext.Current.CancellationToken);

        Assert.Equal(25, bench.Disguise!.SelfTestStatus);
        Assert.Equal(StageState.Inconclusive, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
    }

    [Fact]
    public async Task A_self_test_does_not_start_on_a_disk_that_is_being_written()
    {
        await using var bench = new HostBench(isDisguised: true);
        var surface = await bench.OrderAsync("surface");
        await bench.StartAsync(surface);

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(await OrderAsync(bench)));

        Assert.Equal("locked", Assert.Single(refused.Facts).Code);
    }

    private static async Task<RunOrder> OrderAsync(HostBench bench) => (await bench.OrderAsync("selftest")) with { Stage = StageName.ShortSmart };
}
