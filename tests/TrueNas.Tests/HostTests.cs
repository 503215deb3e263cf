using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;

namespace Burnin.TrueNas.Tests;

/// <summary>What the API tells, joined with what the host tells.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task U6_with_ssh_the_host_is_asked_besides_and_sees_what_the_api_does_not()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2404);
        var inventory = await bed.NasWithHost().ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.Null(inventory.Trouble);
        Assert.Empty(bed.Of(inventory, DriveCase.Free).InUse);
        Assert.Contains(bed.Of(inventory, DriveCase.TwinCollapsed).InUse, fact => fact.Code == "duplicate_serial");
        Assert.Equal("rest and ssh", By(inventory, "in_use"));
        Assert.StartsWith("smartctl", By(inventory, "smart"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_host_does_not_answer_nothing_is_free_and_the_trouble_is_told()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410);
        var inventory = await bed.NasWithBrokenHost().ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.StartsWith("SSH:", inventory.Trouble!.Message, StringComparison.Ordinal);
        Assert.All(inventory.Drives, drive => Assert.NotEmpty(drive.InUse));
        Assert.Equal(bed.Drive(DriveCase.Free).Celsius, bed.Of(inventory, DriveCase.Free).TemperatureCelsius);
        Assert.Null(By(inventory, "in_use"));
        Assert.Null(By(inventory, "surface_validate"));
    }

    [Fact]
    public async Task Without_ssh_the_report_says_what_that_costs()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.TrueNas2510);
        var inventory = await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.Equal("rest", By(inventory, "in_use"));
        Assert.All(["smart", "short_smart", "surface_validate", "io_validate"], what => Assert.Null(By(inventory, what)));
        Assert.Contains("25.10", inventory.Capabilities.Single(capability => capability.What == "short_smart").Note, StringComparison.Ordinal);
        Assert.IsType<LaunchAnswer.Impossible>(await bed.Nas().EnsureStartedAsync(Erasing(bed.Drive(DriveCase.Free)), TrueNasBed.Cancelled));
    }

    [Theory]
    [InlineData(DriveCase.PoolData, "pool")]
    [InlineData(DriveCase.Exported, "pool")]
    [InlineData(DriveCase.Boot, "boot")]
    public async Task A_disk_that_the_api_calls_used_is_not_written_to(DriveCase of, string code)
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410);

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bed.NasWithHost().EnsureStartedAsync(Erasing(bed.Drive(of)), TrueNasBed.Cancelled));

        Assert.Contains(refused.Facts, fact => fact.Code == code);
    }

    [Fact]
    public async Task An_examination_joins_smart_from_the_host_with_what_the_api_says_of_the_disk()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410);
        var examination = await bed.NasWithHost().ExamineAsync(TrueNasBed.Target(bed.Drive(DriveCase.Exported)), TrueNasBed.Cancelled);

        Assert.NotNull(examination.Smart.Report);
        Assert.Contains(examination.Facts!.InUse, fact => fact.Detail.Contains("oldpool", StringComparison.Ordinal));
    }

    private static string? By(Inventory inventory, string what) => inventory.Capabilities.Single(capability => capability.What == what).By;

    private static RunOrder Erasing(MockDrive drive) => new()
    {
        RunId = $"run-{drive.Slot}",
        Stage = StageName.SurfaceValidate,
        Target = TrueNasBed.Target(drive),
        Epoch = 1,
        OrderedAt = DateTimeOffset.UnixEpoch,
        Surface = new SurfaceOrder { Shape = new SurfaceShape { Mode = SurfaceMode.Write, Passes = 1 } },
    };
}
