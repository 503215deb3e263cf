using Burnin.Domain.Drives;
using Burnin.Domain.Nases;
using Xunit;

namespace Burnin.Nas.Tests.Original;

public sealed class OriginalInventoryTests
{
    [Fact]
    public async Task The_inventory_lists_what_the_nas_lists_and_claims_no_more()
    {
        await using var bed = await OriginalTestBed.StartAsync();

        var inventory = await bed.Nas.ReadInventoryAsync(OriginalTestBed.Cancelled);

        Assert.Equal("TrueNAS (original contract)", inventory.Product);
        Assert.Equal(15, inventory.Drives.Length);
        var first = inventory.Drives.Single(drive => drive.DeviceName == "sda");
        Assert.Equal("ST12000NM0008", first.Model);
        Assert.Equal(12_000_138_625_024, first.SizeBytes);
        Assert.Equal(DriveMedium.Hdd, first.Medium);
        Assert.True(first.SmartPassed);
        Assert.InRange(first.TemperatureCelsius!.Value, 15, 60);
        Assert.All(inventory.Drives, drive => Assert.Empty(drive.InUse));
        Assert.Contains("cannot say whether a drive is in use", inventory.Capabilities.Single(one => one.What == "inventory").Note, StringComparison.Ordinal);
        Assert.Equal("simulation", inventory.Capabilities.Single(one => one.What == "surface_validate").By);
    }

    [Fact]
    public async Task An_examination_finds_the_drive_by_serial_wherever_it_is_now()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var target = (await bed.OrderAsync("sdc", Domain.Jobs.StageName.ShortSmart)).Target;
        await bed.PullAsync("drives/sdc/temperature", new { celsius = 51 });
        await bed.PullAsync("drives/sdc/health", new { healthy = false });
        await bed.PullAsync("drives/sdc/rename", new { name = "sdz" });

        var examination = await bed.Nas.ExamineAsync(target, OriginalTestBed.Cancelled);

        Assert.Equal("sdz", examination.Facts?.DeviceName);
        Assert.Equal(51, examination.Smart.TemperatureCelsius);
        Assert.False(examination.Smart.Passed);
        Assert.Null(examination.Smart.Unavailable);
        Assert.Empty(examination.Smart.Attributes);
        Assert.StartsWith("The original contract offers no attribute table", examination.Smart.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vanished_drive_has_no_facts_and_a_sentence()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var target = (await bed.OrderAsync("sdc", Domain.Jobs.StageName.ShortSmart)).Target;
        await bed.PullAsync("drives/sdc/remove");

        var examination = await bed.Nas.ExamineAsync(target, OriginalTestBed.Cancelled);

        Assert.Null(examination.Facts);
        Assert.Equal($"No disk on pretend answers to serial {target.Serial}.", examination.Smart.Unavailable);
    }

    [Fact]
    public void Drives_that_nothing_identifies_beyond_doubt_are_marked()
    {
        static DriveFacts Drive(string name, string serial, long size) =>
            new() { DeviceName = name, Serial = serial, Model = "M", SizeBytes = size, InUse = [] };

        var marked = InventoryMarks.Of([Drive("sda", "A", 1), Drive("sdb", "B", 1), Drive("sdc", "A", 1), Drive("sdd", "", 0)]);

        Assert.Equal(
            ["sda: duplicate_serial", "sdb: ", "sdc: duplicate_serial", "sdd: no_serial, zero_size"],
            marked.Select(drive => $"{drive.DeviceName}: {string.Join(", ", drive.InUse.Select(fact => fact.Code))}"));
        Assert.Equal("sda reports the same serial A as sdc.", marked[0].InUse[0].Detail);
        Assert.Equal(marked.SelectMany(drive => drive.InUse), InventoryMarks.Of(marked).SelectMany(drive => drive.InUse));
    }
}
