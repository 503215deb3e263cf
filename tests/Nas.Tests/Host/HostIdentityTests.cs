using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>A loop disk shown as a SATA disk: what the kernel says of it, and what the drive itself says.</summary>
public sealed class HostIdentityTests
{
    [Fact]
    public async Task A_disk_is_known_by_what_the_kernel_says_of_it()
    {
        await using var bench = new HostBench(isDisguised: true);

        var drive = await bench.DriveAsync();

        Assert.Equal(
            (Disguise.Serial, "0x5000c500deadbeef", "PRETENDED 18TB", DriveMedium.Hdd, bench.Disk.SizeBytes),
            (drive.Serial, drive.Wwn, drive.Model, drive.Medium, drive.SizeBytes));
        Assert.Empty(drive.InUse);
    }

    [Fact]
    public async Task A_disk_that_answers_with_the_same_serial_is_tested_to_its_end()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await bench.OrderAsync("same", HostBench.With(SurfaceEngine.Badblocks, passes: 4));

        await bench.StartAsync(order);

        Assert.Equal(StageState.Passed, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
        Assert.True(bench.Disk.IsFilledWith(0));
    }

    [Fact]
    public async Task A_drive_that_names_itself_otherwise_than_the_kernel_does_is_refused()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await bench.OrderAsync("other");
        bench.Disguise!.DriveSays("ZOTHER");
        var before = bench.Disk.ContentHash();

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

        Assert.Equal(
            [new InUseFact("identity", $"{bench.Disk.Name} is serial {Disguise.Serial} to the kernel, but the drive itself says ZOTHER.")], refused.Facts);
        Assert.Equal(before, bench.Disk.ContentHash());
    }

    [Fact]
    public async Task A_drive_that_is_exchanged_during_the_run_ends_it_before_the_next_segment()
    {
        await using var bench = await HostBench.SlowAsync(isDisguised: true);
        var order = await bench.OrderAsync("exchanged");
        await bench.StartAsync(order);
        var writer = await bench.FreezeWriterAsync();
        bench.Disguise!.DriveSays("ZOTHER");
        Tool.Signal("CONT", writer);

        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result;

        Assert.Equal((StageState.Inconclusive, "identity"), (result.State, result.Reasons[0].Code));
        Assert.Empty(bench.Disk.Writers());
    }

    [Fact]
    public async Task A_wrong_WWN_is_refused()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await bench.OrderAsync("wwn");

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order with { Target = order.Target with { Wwn = "0x5000c50000000000" } }));

        Assert.Equal("identity", Assert.Single(refused.Facts).Code);
    }

    /// <summary>The disk of the bench has 65,536 sectors of 512 bytes.</summary>
    [Theory]
    [InlineData(" max sectors   = 65536/131072, HPA is enabled", 67_108_864L)]
    [InlineData(" max sectors   = 65536/131072, ACCESSIBLE MAX ADDRESS enabled", 67_108_864L)]
    [InlineData(" max sectors   = 65536/65536, HPA is disabled", null)]
    [InlineData(" max sectors   = 65536/131072(131072?), HPA setting seems invalid (buggy kernel device driver?)", null)]
    [InlineData(" max sectors   = 65536/93768700032, HPA is enabled", null)]
    [InlineData(" max sectors   = 0/1, HPA is enabled", null)]
    [InlineData(" max sectors   = 1000/2000, HPA is enabled", null)]
    [InlineData("SG_IO: bad/missing sense data, sb[]:  70 00 05 00 00 00 00 0a", null)]
    public async Task An_examination_tells_what_the_drive_hides_from_its_host(string said, long? native)
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await bench.OrderAsync("hidden");
        bench.Disguise!.Replace("hdparm", $"#!/bin/sh\n[ \"$1\" = -N ] && printf '\\n%s:\\n%s\\n' \"$2\" '{said}'");

        var examination = await bench.Nas.ExamineAsync(order.Target, TestContext.Current.CancellationToken);

        Assert.Equal((native, 33), (examination.Facts!.NativeBytes, examination.Smart.TemperatureCelsius));
    }

    [Fact]
    public async Task An_examination_brings_the_SMART_data_of_the_drive()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await bench.OrderAsync("smart");

        var examination = await bench.Nas.ExamineAsync(order.Target, TestContext.Current.CancellationToken);

        Assert.Equal((true, 33, 7L), (examination.Smart.Passed, examination.Smart.TemperatureCelsius, examination.Smart.PowerOnHours));
        Assert.Equal((true, 33), (examination.Facts?.SmartPassed, examination.Facts?.TemperatureCelsius));
    }
}
