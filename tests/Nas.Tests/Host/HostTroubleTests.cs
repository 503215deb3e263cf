using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>Hosts that reboot, disks that leave or change their name, file systems that are full.</summary>
public sealed class HostTroubleTests
{
    private const long SegmentBytes = 64 << 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A reboot as the run directory sees it: nothing of the run lives, the disk has another name, the files are there.</summary>
    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task After_a_reboot_that_renamed_the_disk_the_run_goes_on_at_its_last_finished_segment(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("rebooted");
        await bench.StartAsync(order);
        await Eventually.TrueAsync(() => bench.StateOf(order).Length >= 1, "a finished segment", cancellationToken: Token);
        var writer = await bench.FreezeWriterAsync();
        Tool.Signal("KILL", bench.RunnerOf(order));
        Tool.Signal("KILL", writer);
        await bench.SeeAsync<RunSnapshot.Lost>(order);
        var finished = bench.StateOf(order);
        var before = bench.Disk.Node;
        bench.Disk.Rename();
        Assert.NotEqual(before, bench.Disk.Node);
        var written = bench.Faulty!.Counters.BytesWritten;
        await bench.Faulty.SetFaultsAsync();

        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));
        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);

        Assert.Equal(StageState.Passed, ended.Result.State);
        Assert.Equal(finished, bench.StateOf(order)[..finished.Length]);

        // Of what was finished not one byte is written again, of the segment in hand less than all.
        Assert.Equal((ulong)(bench.Disk.SizeBytes - (finished.Length * SegmentBytes)), bench.Faulty.Counters.BytesWritten - written);
    }

    [Fact]
    public async Task A_disk_that_is_gone_in_the_middle_of_a_run_ends_it_and_says_so()
    {
        await using var bench = new HostBench(diskBytes: 1 << 30);
        var order = await bench.OrderAsync("pulled");
        await bench.StartAsync(order);
        var writer = await bench.FreezeWriterAsync();
        bench.Disk.Vanish();
        Tool.Signal("CONT", writer);

        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result;

        Assert.Equal((StageState.Inconclusive, "drive_gone"), (result.State, result.Reasons[0].Code));
        Assert.StartsWith("The drive went away in segment", result.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Empty(result.BadBlocks);
    }

    [Theory]
    [InlineData(SurfaceEngine.Fio)]
    [InlineData(SurfaceEngine.Badblocks)]
    public async Task A_full_run_directory_loses_the_run_but_no_finding_and_the_run_goes_on_when_there_is_room(SurfaceEngine engine)
    {
        await using var bench = await HostBench.SlowAsync();
        using var room = bench.GiveRunsAFileSystem("4M");
        var order = await bench.OrderAsync("no-room", HostBench.With(engine));
        await bench.StartAsync(order);
        await bench.SeeAsync<RunSnapshot.Running>(order, seen => seen.Progress.Percent > 0);
        room.Fill();
        await bench.Faulty!.SetFaultsAsync("bad 20000b 4096");

        await bench.SeeAsync<RunSnapshot.Lost>(order);
        Assert.Empty(bench.Disk.Writers());
        room.Free();
        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));
        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result;

        Assert.Equal((StageState.Failed, 20000L), (result.State, Assert.Single(result.BadBlocks)));
    }
}
