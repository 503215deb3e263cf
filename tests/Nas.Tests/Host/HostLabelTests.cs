using System.Buffers.Binary;
using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>Labels that an operator called stale: they are known by what they are, whatever they are called today.</summary>
public sealed class HostLabelTests
{
    private const int ZfsLabelBytes = 256 << 10;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The file system at the front is overwritten by the first segment, the pool's label at the end by the last one only.</summary>
    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task Of_two_labels_the_one_that_is_left_when_the_other_is_overwritten_is_no_new_one(string shell)
    {
        await using var bench = await HostBench.FaultyAsync(shell, 128 << 20);
        Tool.Run("mkfs.ext4", "-q", bench.Disk.Node);
        WritePoolLabels(bench);
        var labels = (await bench.DriveAsync()).InUse;
        Assert.Equal([$"{bench.Disk.Name} carries a signature: ext4.", $"{bench.Disk.Name} carries a signature: zfs_member."], labels.Select(fact => fact.Detail).Order(StringComparer.Ordinal));

        var order = await bench.OrderAsync("two", HostBench.With(SurfaceEngine.Fio) with { StaleLabels = labels });
        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));

        Assert.Equal(StageState.Passed, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_disk_that_a_reboot_has_renamed_carries_the_same_label(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        WritePoolLabels(bench);
        var labels = (await bench.DriveAsync()).InUse;
        Assert.Equal("signature", Assert.Single(labels).Code);
        var order = await bench.OrderAsync("renamed", HostBench.With(SurfaceEngine.Fio) with { StaleLabels = labels });
        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));
        await Eventually.TrueAsync(() => bench.StateOf(order).Length >= 1, "a finished segment", cancellationToken: Token);
        var writer = await bench.FreezeWriterAsync();
        Tool.Signal("KILL", bench.RunnerOf(order));
        Tool.Signal("KILL", writer);
        await bench.SeeAsync<RunSnapshot.Lost>(order);
        bench.Disk.Rename();
        await bench.Faulty!.SetFaultsAsync();

        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));

        Assert.Equal(StageState.Passed, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
    }

    /// <summary>Uberblocks in the last two labels of a vdev, which is all that blkid looks for.</summary>
    private static void WritePoolLabels(HostBench bench)
    {
        var uberblocks = new byte[8 << 10];
        for (var at = 0; at < uberblocks.Length; at += 1 << 10)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(uberblocks.AsSpan(at), 0x00bab10c);
        }

        foreach (var label in (int[])[1, 2])
        {
            bench.Disk.WriteAt(bench.Disk.SizeBytes - (label * ZfsLabelBytes) + (128 << 10), uberblocks);
        }
    }
}
