using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class HostRunTests
{
    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    [InlineData("bash")]
    public async Task A_clean_disk_is_found_free_tested_passed_and_left_full_of_zeros(string shell)
    {
        await using var bench = new HostBench(shell);
        var drive = await bench.DriveAsync();
        Assert.Empty(drive.InUse);
        Assert.Equal(DriveMedium.Loop, drive.Medium);
        Assert.StartsWith("loop-", drive.Serial, StringComparison.Ordinal);
        var order = await bench.OrderAsync("clean-1", HostBench.With(SurfaceEngine.Badblocks, passes: 4));

        var launched = await bench.StartAsync(order);
        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);

        Assert.Equal(new LaunchAnswer.Running("clean-1"), launched);
        Assert.Equal(StageState.Passed, ended.Result.State);
        Assert.Empty(ended.Result.Reasons);
        Assert.Equal(bench.Disk.SizeBytes, ended.Result.TestedBytes);
        Assert.Equal(0, ended.Result.UntestedBytes);
        Assert.True(bench.Disk.IsFilledWith(0));
        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));
        await bench.Nas.CleanAsync(order, TestContext.Current.CancellationToken);
        Assert.Empty(Directory.GetDirectories(Path.Combine(bench.Base, "runs")));
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    [InlineData("bash")]
    public async Task Where_fio_proves_itself_it_does_the_work_in_as_many_passes_as_were_ordered(string shell)
    {
        await using var bench = await HostBench.FaultyAsync(shell, 80 << 20);
        var order = await bench.OrderAsync("tagged", HostBench.With(SurfaceEngine.Auto, passes: 2));

        await bench.StartAsync(order);
        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);

        Assert.Equal(StageState.Passed, ended.Result.State);
        Assert.Empty(ended.Result.Reasons);
        Assert.Equal(order.Surface!.PlanFor(order.Target.SizeBytes, SurfaceEngine.Fio).Segments.Length, bench.StateOf(order).Length);
        Assert.Equal(2UL * (80 << 20), bench.Faulty!.Counters.BytesWritten);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task Fifty_starts_at_once_give_one_writer(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("fifty");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bench.StartAsync(order)));
        await bench.FreezeWriterAsync();

        Assert.All(answers, answer => Assert.Equal(new LaunchAnswer.Running("fifty"), answer));
        Assert.Single(bench.Disk.Writers());
    }

    [Fact]
    public async Task Ten_runs_that_want_the_same_disk_give_one_writer()
    {
        await using var bench = await HostBench.SlowAsync();
        var orders = new List<RunOrder>();
        for (var i = 0; i < 10; i++)
        {
            orders.Add(await bench.OrderAsync($"rival-{i}"));
        }

        var answers = await Task.WhenAll(orders.Select(bench.StartAsync));
        await bench.FreezeWriterAsync();

        var winner = Assert.Single(answers.OfType<LaunchAnswer.Running>());
        Assert.All(answers.OfType<LaunchAnswer.Refused>(), refused => Assert.Equal(
            new InUseFact("locked", $"The disk is locked: running as run {winner.Handle}."), Assert.Single(refused.Facts)));
        Assert.Single(bench.Disk.Writers());
        Assert.Single(Directory.GetDirectories(Path.Combine(bench.Base, "runs")));
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_run_whose_runner_and_tool_were_killed_goes_on_from_its_last_finished_segment(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("killed");
        await bench.StartAsync(order);
        await Eventually.TrueAsync(() => bench.StateOf(order).Length >= 1, "a finished segment", cancellationToken: TestContext.Current.CancellationToken);
        var writer = await bench.FreezeWriterAsync();
        Tool.Signal("KILL", bench.RunnerOf(order));
        Tool.Signal("KILL", writer);

        await bench.SeeAsync<RunSnapshot.Lost>(order);
        var finished = bench.StateOf(order);
        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));
        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);

        Assert.Equal(StageState.Passed, ended.Result.State);
        Assert.Equal(finished, bench.StateOf(order)[..finished.Length]);
        Assert.Equal(order.Surface!.PlanFor(order.Target.SizeBytes, SurfaceEngine.Fio).Segments.Length, bench.StateOf(order).Length);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_writer_that_outlives_its_runner_keeps_the_disk_and_the_run_goes_on_after_it(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("orphan");
        await bench.StartAsync(order);
        var writer = await bench.FreezeWriterAsync();
        Tool.Signal("KILL", bench.RunnerOf(order));

        Assert.IsType<RunSnapshot.Running>(await bench.SeeAsync<RunSnapshot.Running>(order));
        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));
        var rival = await bench.OrderAsync("rival");
        Assert.Equal("locked", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(rival)).Facts).Code);
        Assert.Equal([writer], bench.Disk.Writers());

        Tool.Signal("CONT", writer);
        await bench.SeeAsync<RunSnapshot.Lost>(order);
        await bench.StartAsync(order);
        Assert.Equal(StageState.Passed, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
    }

    [Fact]
    public async Task A_lower_epoch_is_fenced_off_and_cannot_stop_the_run_either()
    {
        await using var bench = await HostBench.SlowAsync();
        var order = await bench.OrderAsync("fence", epoch: 7);
        await bench.StartAsync(order);

        Assert.Equal(7, await HostBench.FencedByAsync(bench.StartAsync(order with { Epoch = 6 })));
        Assert.Equal(7, await HostBench.FencedByAsync(bench.Nas.StopAsync(order with { Epoch = 6 }, TestContext.Current.CancellationToken)));
        await bench.SeeAsync<RunSnapshot.Running>(order);
        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order with { Epoch = 8 }));
        Assert.Equal(8, await HostBench.FencedByAsync(bench.StartAsync(order)));
    }

    [Theory]
    [InlineData("dash", false)]
    [InlineData("busybox", false)]
    [InlineData("dash", true)]
    public async Task Stopping_returns_when_no_writer_is_left(string shell, bool isFrozen)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("stop");
        await bench.StartAsync(order);
        var writer = await bench.FreezeWriterAsync();
        if (!isFrozen)
        {
            Tool.Signal("CONT", writer);
        }

        await bench.Nas.StopAsync(order, TestContext.Current.CancellationToken);

        Assert.Empty(bench.Disk.Writers());
        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);
        Assert.Equal(StageState.Inconclusive, ended.Result.State);
        Assert.Equal("stopped", ended.Result.Reasons[0].Code);
        await bench.Nas.StopAsync(order, TestContext.Current.CancellationToken);
    }

    /// <summary>A start may be on its way for long: what was stopped meanwhile must not begin when it arrives.</summary>
    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_run_that_was_stopped_before_it_began_never_begins(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("early");

        await bench.Nas.StopAsync(order, TestContext.Current.CancellationToken);

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));
        Assert.Equal("stopped", Assert.Single(refused.Facts).Code);
        Assert.Empty(bench.Disk.Writers());
    }

    [Fact]
    public async Task Progress_is_reported_while_it_runs()
    {
        await using var bench = await HostBench.SlowAsync();
        var order = await bench.OrderAsync("progress");
        await bench.StartAsync(order);

        var running = await bench.SeeAsync<RunSnapshot.Running>(order, snapshot => snapshot.Progress is { Percent: > 0, Phase: not null });

        Assert.Matches("^(write|verify)$", running.Progress.Phase);
        Assert.Equal(0, running.Progress.Errors);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_partition_table_that_appears_during_the_run_ends_it_before_the_next_segment(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("intruder");
        await bench.StartAsync(order);
        await Eventually.TrueAsync(() => bench.StateOf(order).Length >= 1, "a finished segment", cancellationToken: TestContext.Current.CancellationToken);
        var writer = await bench.FreezeWriterAsync();
        bench.Disk.WritePartitionTable();
        Tool.Signal("CONT", writer);

        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);

        Assert.Equal(StageState.Inconclusive, ended.Result.State);
        Assert.Equal(("signature", $"{bench.Disk.Name} carries a signature: dos."), (ended.Result.Reasons[0].Code, ended.Result.Reasons[0].Text));
    }

    [Fact]
    public async Task A_run_that_was_lost_is_not_taken_up_again_on_a_disk_that_was_formatted_meanwhile()
    {
        await using var bench = await HostBench.SlowAsync();
        var order = await bench.OrderAsync("formatted-meanwhile");
        await bench.StartAsync(order);
        var writer = await bench.FreezeWriterAsync();
        Tool.Signal("KILL", bench.RunnerOf(order));
        Tool.Signal("KILL", writer);
        await bench.SeeAsync<RunSnapshot.Lost>(order);
        Tool.Run("mkfs.ext4", "-q", "-F", bench.Disk.Node);

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

        Assert.Equal("signature", Assert.Single(refused.Facts).Code);
        Assert.Empty(bench.Disk.Writers());
    }

    [Fact]
    public async Task A_runner_that_is_told_to_end_by_the_host_leaves_a_run_that_can_go_on()
    {
        await using var bench = await HostBench.SlowAsync();
        var order = await bench.OrderAsync("shutdown");
        await bench.StartAsync(order);
        await Eventually.TrueAsync(() => bench.StateOf(order).Length >= 1, "a finished segment", cancellationToken: TestContext.Current.CancellationToken);

        Tool.Signal("TERM", bench.RunnerOf(order));
        await bench.SeeAsync<RunSnapshot.Lost>(order);
        Assert.Empty(bench.Disk.Writers());
        await bench.StartAsync(order);

        Assert.Equal(StageState.Passed, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
    }
}
