using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>Runs that stand still, and controllers that come too late.</summary>
public sealed class HostHoldTests
{
    [Theory]
    [InlineData("dash", SurfaceEngine.Fio)]
    [InlineData("busybox", SurfaceEngine.Fio)]
    [InlineData("dash", SurfaceEngine.Badblocks)]
    public async Task A_held_run_moves_nothing_until_it_is_released_and_then_passes(string shell, SurfaceEngine engine)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("held", HostBench.With(engine));
        await bench.StartAsync(order);
        await bench.SeeAsync<RunSnapshot.Running>(order, seen => seen.Progress.Percent > 0);

        Assert.True(await bench.Nas.HoldAsync(order, TestContext.Current.CancellationToken));
        var held = await bench.SeeAsync<RunSnapshot.Running>(order, seen => seen.Progress.Held is not null);
        await Eventually.TrueAsync(() => bench.IsStandingStill(order), "the watcher has seen it", cancellationToken: TestContext.Current.CancellationToken);
        var counters = bench.Faulty!.Counters;
        var percent = held.Progress.Percent;
        await bench.Faulty.SetFaultsAsync();

        Assert.Equal("Paused.", held.Progress.Held);
        Assert.Equal(counters.BytesWritten, bench.Faulty.Counters.BytesWritten);
        Assert.Equal(percent, (await bench.SeeAsync<RunSnapshot.Running>(order)).Progress.Percent, 3.0);
        await bench.Nas.ReleaseAsync(order, TestContext.Current.CancellationToken);
        Assert.Equal(StageState.Passed, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
    }

    [Fact]
    public async Task A_hold_outlives_the_runner()
    {
        await using var bench = await HostBench.SlowAsync();
        var order = await bench.OrderAsync("held-over");
        await bench.StartAsync(order);
        var writer = await bench.FreezeWriterAsync();
        await bench.Nas.HoldAsync(order, TestContext.Current.CancellationToken);
        Tool.Signal("KILL", bench.RunnerOf(order));
        Tool.Signal("KILL", writer);
        await bench.SeeAsync<RunSnapshot.Lost>(order);

        await bench.StartAsync(order);
        await bench.SeeAsync<RunSnapshot.Running>(order, seen => seen.Progress.Held is not null);

        Assert.Empty(bench.Disk.Writers());
        await bench.Nas.ReleaseAsync(order, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => bench.Disk.Writers().Count == 1, "a writer", cancellationToken: TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_held_run_can_be_stopped(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("held-stop");
        await bench.StartAsync(order);
        await bench.FreezeWriterAsync();
        await bench.Nas.HoldAsync(order, TestContext.Current.CancellationToken);

        await bench.Nas.StopAsync(order, TestContext.Current.CancellationToken);

        Assert.Empty(bench.Disk.Writers());
        Assert.Equal("stopped", (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.Reasons[0].Code);
    }

    [Fact]
    public async Task A_controller_that_wakes_up_after_another_took_over_changes_nothing()
    {
        await using var bench = await HostBench.SlowAsync();
        var older = await bench.OrderAsync("woken", epoch: 1);
        await bench.StartAsync(older);
        await using var other = bench.NewController();
        var newer = older with { Epoch = 2 };
        Assert.IsType<LaunchAnswer.Running>(await other.EnsureStartedAsync(newer, TestContext.Current.CancellationToken));
        await other.StopAsync(newer, TestContext.Current.CancellationToken);
        var written = bench.Faulty!.Counters.BytesWritten;

        Assert.Equal("stopped", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(older)).Facts).Code);
        await Assert.ThrowsAsync<NasException>(() => bench.Nas.StopAsync(older, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NasException>(() => bench.Nas.HoldAsync(older, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NasException>(() => bench.Nas.ReleaseAsync(older, TestContext.Current.CancellationToken));

        Assert.Empty(bench.Disk.Writers());
        Assert.Equal(written, bench.Faulty.Counters.BytesWritten);
    }

    /// <summary>Of a run that has not begun as well: the order to start it may be on its way for long.</summary>
    [Theory]
    [InlineData("dash", true)]
    [InlineData("busybox", true)]
    [InlineData("dash", false)]
    public async Task Holding_and_releasing_raise_the_epoch_that_keeps_older_controllers_away(string shell, bool hasBegun)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("raised", epoch: 3);
        if (hasBegun)
        {
            await bench.StartAsync(order);
        }

        await bench.Nas.HoldAsync(order with { Epoch = 5 }, TestContext.Current.CancellationToken);
        Assert.Equal(5, await HostBench.FencedByAsync(bench.Nas.ReleaseAsync(order, TestContext.Current.CancellationToken)));
        await bench.Nas.ReleaseAsync(order with { Epoch = 9 }, TestContext.Current.CancellationToken);

        Assert.Equal(9, await HostBench.FencedByAsync(bench.Nas.HoldAsync(order with { Epoch = 8 }, TestContext.Current.CancellationToken)));
        Assert.Equal(9, await HostBench.FencedByAsync(bench.Nas.StopAsync(order with { Epoch = 8 }, TestContext.Current.CancellationToken)));
        Assert.Equal(9, await HostBench.FencedByAsync(bench.StartAsync(order with { Epoch = 8 })));
        Assert.Equal(hasBegun, Directory.Exists(Path.Combine(bench.Base, "runs", order.RunId)));
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task Stopping_raises_the_epoch_as_well(string shell)
    {
        await using var bench = new HostBench(shell);
        var order = await bench.OrderAsync("raised-by-stop", epoch: 3);

        await bench.Nas.StopAsync(order with { Epoch = 6 }, TestContext.Current.CancellationToken);

        Assert.Equal(6, await HostBench.FencedByAsync(bench.Nas.StopAsync(order, TestContext.Current.CancellationToken)));
        Assert.Equal(6, await HostBench.FencedByAsync(bench.Nas.HoldAsync(order, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_run_that_was_cleaned_up_never_begins_again()
    {
        await using var bench = new HostBench();
        var order = await bench.OrderAsync("cleaned");
        await bench.StartAsync(order);
        await bench.SeeAsync<RunSnapshot.Ended>(order);
        await bench.Nas.CleanAsync(order, TestContext.Current.CancellationToken);
        var content = bench.Disk.ContentHash();

        Assert.Equal("stopped", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order)).Facts).Code);
        Assert.Equal(content, bench.Disk.ContentHash());
        Assert.False(Directory.Exists(Path.Combine(bench.Base, "runs", order.RunId)));
    }

    [Fact]
    public async Task A_drive_that_hangs_cannot_be_stopped_and_is_not_said_to_be()
    {
        await using var bench = await HostBench.SlowAsync();
        var order = await bench.OrderAsync("hangs");
        await bench.StartAsync(order);
        await bench.SeeAsync<RunSnapshot.Running>(order, seen => seen.Progress.Percent > 0);
        await bench.Faulty!.SetFaultsAsync("hang");
        await Eventually.TrueAsync(() => bench.Disk.Writers().Count == 1, "a writer", cancellationToken: TestContext.Current.CancellationToken);

        var trouble = await Assert.ThrowsAsync<NasException>(() => bench.Nas.StopAsync(order, TestContext.Current.CancellationToken));
        Assert.Contains("cannot be killed", trouble.Message, StringComparison.Ordinal);
        await bench.Faulty.SetFaultsAsync();

        await bench.Nas.StopAsync(order, TestContext.Current.CancellationToken);
        Assert.Equal("stopped", (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.Reasons[0].Code);
    }
}
