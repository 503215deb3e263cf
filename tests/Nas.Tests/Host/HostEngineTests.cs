using System.Diagnostics;
using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>Which engine a host gets, how large its I/Os are, and what heat does to it.</summary>
public sealed class HostEngineTests
{
    [Fact]
    public async Task A_host_without_fio_is_tested_by_badblocks_and_the_result_says_what_that_does_not_see()
    {
        await using var bench = new HostBench(isDisguised: true);
        bench.Disguise!.Hide("fio");
        var order = await bench.OrderAsync("no-fio");

        await bench.StartAsync(order);
        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result;

        Assert.Equal(StageState.Passed, result.State);
        Assert.Equal(
            ("engine", "badblocks did the test, which does not see writes that went to a wrong place or nowhere: the host has no fio."),
            (Assert.Single(result.Reasons).Code, result.Reasons[0].Text));
    }

    [Fact]
    public async Task A_fio_that_does_not_see_everything_is_not_trusted()
    {
        await using var bench = new HostBench(isDisguised: true);
        bench.Disguise!.Replace("fio", $"#!/bin/sh\n{HostFioTests.BlindFio("fio-9.99")}");
        var order = await bench.OrderAsync("blind-fio");

        await bench.StartAsync(order);
        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result;

        Assert.Equal(StageState.Passed, result.State);
        Assert.StartsWith("badblocks did the test", Assert.Single(result.Reasons).Text, StringComparison.Ordinal);
        Assert.Contains("fio fio-9.99, meta: it does not see what another run has written", result.Evidence[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_was_asked_for_by_name_and_is_not_there_is_impossible()
    {
        await using var bench = new HostBench(isDisguised: true);
        bench.Disguise!.Hide("fio");

        var answer = await bench.StartAsync(await bench.OrderAsync("no-fio", HostBench.With(SurfaceEngine.Fio)));

        Assert.Equal(new LaunchAnswer.Impossible("The surface cannot be tested: the host has no fio."), answer);
    }

    [Theory]
    [InlineData(SurfaceEngine.Fio)]
    [InlineData(SurfaceEngine.Badblocks)]
    public async Task The_size_of_an_IO_is_measured_on_a_disk_that_is_large_enough(SurfaceEngine engine)
    {
        await using var bench = await HostBench.FaultyAsync("dash", 4L << 30, faults: "latency 3000");
        var order = await bench.OrderAsync("measured", HostBench.With(engine));

        await bench.StartAsync(order);
        await bench.SeeAsync<RunSnapshot.Running>(order, seen => seen.Progress.Phase is not null);

        var log = File.ReadAllText(Path.Combine(bench.Base, "runs", "measured", "log"));
        Assert.Matches(@"I/O of \d+ bytes, \d+ at a time; measured \(bytes:depth:bytes/s\):( \d+:\d+:\d+){2,}", log);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_drive_that_is_too_hot_stands_still_until_it_is_cool_and_nothing_known_is_not_cool(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell, isDisguised: true);
        var heat = bench.Disguise!;
        heat.IsAt(40);
        var order = await bench.OrderAsync("hot", HostBench.With(SurfaceEngine.Fio) with { PauseAtCelsius = 55, ResumeAtCelsius = 46 });
        await bench.StartAsync(order);
        await bench.SeeAsync<RunSnapshot.Running>(order, seen => seen.Progress is { Percent: > 0, Held: null });

        heat.IsAt(55);
        var held = await bench.SeeAsync<RunSnapshot.Running>(order, seen => seen.Progress.Held is not null);
        Assert.Equal("Stands still at 55 °C until the drive is at 46 °C.", held.Progress.Held);
        await Eventually.TrueAsync(() => bench.IsStandingStill(order), "the tool is stopped", cancellationToken: TestContext.Current.CancellationToken);
        var written = bench.Faulty!.Counters.BytesWritten;
        heat.IsAt(47);
        await bench.SeeAsync<RunSnapshot.Running>(order, seen => seen.Progress.Held == "Stands still at 47 °C until the drive is at 46 °C.");
        heat.IsAt(null);
        Assert.NotNull((await bench.SeeAsync<RunSnapshot.Running>(order)).Progress.Held);
        Assert.Equal(written, bench.Faulty.Counters.BytesWritten);

        heat.IsAt(46);
        await bench.SeeAsync<RunSnapshot.Running>(order, seen => seen.Progress.Held is null);
        await bench.Faulty.SetFaultsAsync();
        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);
        Assert.Equal(StageState.Passed, ended.Result.State);
        Assert.Contains("\"hottest_celsius\":55", ended.Result.Evidence[1].Text, StringComparison.Ordinal);
        Assert.Contains("\"held_seconds\":", ended.Result.Evidence[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_that_an_operator_called_stale_is_overwritten_and_another_one_still_ends_the_run()
    {
        await using var bench = await HostBench.SlowAsync();
        Tool.Run("mkfs.ext4", "-q", bench.Disk.Node);
        var surface = HostBench.With(SurfaceEngine.Fio) with { StaleLabels = [new("signature", $"{bench.Disk.Name} carries a signature: ext4.")] };
        var order = await bench.OrderAsync("stale", surface);
        Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order with { RunId = "strict", Surface = HostBench.With(SurfaceEngine.Fio) }));

        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));
        await Eventually.TrueAsync(() => bench.StateOf(order).Length >= 1, "a finished segment", cancellationToken: TestContext.Current.CancellationToken);
        bench.Disk.WritePartitionTable();
        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result;

        Assert.Equal((StageState.Inconclusive, "signature"), (result.State, result.Reasons[0].Code));
        Assert.EndsWith("dos.", result.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_another_program_has_open_for_writing_is_refused_and_the_program_named()
    {
        await using var bench = new HostBench();
        var order = await bench.OrderAsync("open");
        using var other = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec 5<>\"$1\"; echo open; exec sleep 600", "sh", bench.Disk.Node]) { RedirectStandardOutput = true })!;
        try
        {
            Assert.Equal("open", await other.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

            var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

            Assert.Equal([new("open", $"{bench.Disk.Name} is open for writing in process {other.Id} (sleep).")], refused.Facts);
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    public async Task A_swap_area_is_refused_and_no_word_of_an_operator_changes_that()
    {
        await using var bench = new HostBench();
        var order = await bench.OrderAsync("swap", HostBench.With(SurfaceEngine.Auto) with
        {
            StaleLabels = [new("signature", $"{bench.Disk.Name} carries a signature: swap."), new("swap", $"{bench.Disk.Name} is a swap area.")],
        });
        Tool.Run("mkswap", "-q", bench.Disk.Node);
        Tool.Run("swapon", bench.Disk.Node);
        try
        {
            var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

            Assert.Contains(refused.Facts, fact => fact.Code == "swap");
            Assert.DoesNotContain(refused.Facts, fact => fact.Code == "signature");
        }
        finally
        {
            Tool.Run("swapoff", bench.Disk.Node);
        }
    }
}
