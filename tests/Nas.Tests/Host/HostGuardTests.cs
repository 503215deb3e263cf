using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class HostGuardTests
{
    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_wrong_serial_or_size_is_refused_and_nothing_is_written(string shell)
    {
        await using var bench = new HostBench(shell);
        var order = await bench.OrderAsync("wrong");
        var before = bench.Disk.ContentHash();

        var serial = await bench.StartAsync(order with { Target = order.Target with { Serial = "ZX'$(reboot)1" } });
        var size = await bench.StartAsync(order with { Target = order.Target with { SizeBytes = order.Target.SizeBytes + 512 } });

        Assert.Equal("unknown", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(serial).Facts).Code);
        Assert.Contains("ZX'$(reboot)1", Assert.Single(((LaunchAnswer.Refused)serial).Facts).Detail, StringComparison.Ordinal);
        Assert.Equal("identity", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(size).Facts).Code);
        AssertUntouched(bench, before);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task A_formatted_disk_is_refused_and_keeps_its_content(string shell)
    {
        await using var bench = new HostBench(shell);
        var order = await bench.OrderAsync("formatted");
        Tool.Run("mkfs.ext4", "-q", bench.Disk.Node);
        var before = bench.Disk.ContentHash();

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

        Assert.Equal([new InUseFact("signature", $"{bench.Disk.Name} carries a signature: ext4.")], refused.Facts);
        Assert.Equal(refused.Facts, (await bench.DriveAsync()).InUse);
        AssertUntouched(bench, before);
    }

    [Fact]
    public async Task A_partitioned_disk_is_refused_and_keeps_its_content()
    {
        await using var bench = new HostBench();
        var order = await bench.OrderAsync("partitioned");
        bench.Disk.WritePartitionTable();
        var before = bench.Disk.ContentHash();

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

        Assert.Contains(new InUseFact("signature", $"{bench.Disk.Name} carries a signature: dos."), refused.Facts);
        AssertUntouched(bench, before);
    }

    [Fact]
    public async Task A_mounted_disk_is_refused_by_name_of_its_mount_and_keeps_its_content()
    {
        await using var bench = new HostBench();
        var order = await bench.OrderAsync("mounted");
        Tool.Run("mkfs.ext4", "-q", bench.Disk.Node);
        var place = Directory.CreateTempSubdirectory("burnin mount ").FullName;
        Tool.Run("mount", bench.Disk.Node, place);
        try
        {
            var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

            Assert.Equal(["mounted", "open", "signature"], refused.Facts.Select(fact => fact.Code));
            Assert.Contains(place.Replace(" ", "\\040", StringComparison.Ordinal), refused.Facts[0].Detail, StringComparison.Ordinal);
            Assert.Empty(bench.Disk.Writers());
            Assert.Empty(Directory.GetDirectories(Path.Combine(bench.Base, "runs")));
        }
        finally
        {
            Tool.Run("umount", place);
            Directory.Delete(place);
        }
    }

    [Fact]
    public async Task Two_loop_devices_over_one_file_are_both_in_use()
    {
        await using var bench = new HostBench();
        var order = await bench.OrderAsync("twins");
        var twin = Tool.Run("losetup", "-f", "--show", Tool.Run("losetup", "-n", "-O", "BACK-FILE", bench.Disk.Node));
        try
        {
            var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

            Assert.Equal("duplicate_serial", Assert.Single(refused.Facts).Code);
            Assert.Equal("duplicate_serial", Assert.Single((await bench.DriveAsync()).InUse).Code);
        }
        finally
        {
            Tool.Run("losetup", "-d", twin);
        }
    }

    [Fact]
    public async Task An_examination_finds_the_disk_by_identity_and_says_why_there_is_no_SMART()
    {
        await using var bench = new HostBench();
        var order = await bench.OrderAsync("look");

        var found = await bench.Nas.ExamineAsync(order.Target, TestContext.Current.CancellationToken);
        var lost = await bench.Nas.ExamineAsync(order.Target with { Serial = "nobody" }, TestContext.Current.CancellationToken);

        Assert.Equal(bench.Disk.Name, found.Facts?.DeviceName);
        Assert.Empty(WipeGuard.RefusalsOf(order.Target, found.Facts, []));
        Assert.Equal("a loop device has no SMART", found.Smart.Unavailable);
        Assert.Null(lost.Facts);
    }

    [Fact]
    public async Task A_self_test_of_a_loop_device_is_impossible()
    {
        await using var bench = new HostBench();
        var order = (await bench.OrderAsync("selftest")) with { Stage = StageName.ShortSmart };

        Assert.Equal(new LaunchAnswer.Impossible("A loop device has no SMART."), await bench.StartAsync(order));
    }

    [Fact]
    public async Task The_disk_of_this_machine_is_never_free()
    {
        await using var bench = new HostBench();
        var inventory = await bench.Nas.ReadInventoryAsync(TestContext.Current.CancellationToken);

        Assert.All(inventory.Drives.Where(drive => drive.Medium is not DriveMedium.Loop), drive => Assert.NotEmpty(drive.InUse));
        Assert.All(inventory.Capabilities.Where(capability => capability.What == "surface_validate"), capability => Assert.StartsWith("fio ", capability.By, StringComparison.Ordinal));
    }

    private static void AssertUntouched(HostBench bench, string before)
    {
        Assert.Equal(before, bench.Disk.ContentHash());
        Assert.Empty(bench.Disk.Writers());
        Assert.False(Directory.Exists(Path.Combine(bench.Base, "runs")) && Directory.EnumerateFileSystemEntries(Path.Combine(bench.Base, "runs")).Any());
    }
}
