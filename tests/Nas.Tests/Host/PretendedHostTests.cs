using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>The host programme on the shell of a pretended NAS: drives of every protocol, with self-tests that run and end.</summary>
public sealed class PretendedHostTests
{
    private static readonly MockNasOptions All = new() { Profile = MockNasProfile.Scale2410 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_sees_the_drives_of_the_NAS_and_what_they_are_used_for()
    {
        await using var host = await PretendedHost.StartAsync(All);

        var inventory = await host.Nas.ReadInventoryAsync(Cancelled);
        var drives = inventory.Drives.ToDictionary(drive => drive.DeviceName);

        Assert.Equal("TrueNAS-SCALE-24.10.2", inventory.Product);
        Assert.Equal(host.Server.Drives.Where(drive => drive.IsInserted).Select(drive => drive.Name).Order(), drives.Keys.Order());
        Assert.All(host.Server.Drives.Where(drive => drive.Case is DriveCase.Free), free =>
        {
            var seen = drives[free.Name];
            Assert.Equal((free.Serial, free.SizeBytes), (seen.Serial, seen.SizeBytes));
            Assert.Empty(seen.InUse);
        });
        Assert.Equal(DriveMedium.Nvme, drives[host.Free(DriveProtocol.Nvme).Name].Medium);
        foreach (var (of, code) in (IEnumerable<(DriveCase, string)>)[
            (DriveCase.Boot, "pool"), (DriveCase.PoolData, "pool"), (DriveCase.PoolCache, "pool"), (DriveCase.PoolByHand, "pool"),
            (DriveCase.Exported, "partitions"), (DriveCase.Foreign, "signature"), (DriveCase.Swap, "swap"), (DriveCase.NoSerial, "no_serial"), (DriveCase.NoSize, "zero_size")])
        {
            Assert.Contains(code, drives[host.Of(of).Name].InUse.Select(fact => fact.Code));
        }
    }

    [Fact]
    public async Task An_examination_reads_the_SMART_of_each_protocol_and_the_label_of_an_exported_pool()
    {
        await using var host = await PretendedHost.StartAsync(All);

        foreach (var protocol in Enum.GetValues<DriveProtocol>())
        {
            var drive = host.Free(protocol);
            var examined = await host.Nas.ExamineAsync(PretendedHost.Target(drive), Cancelled);

            Assert.Empty(examined.Facts!.InUse);
            Assert.Equal((true, drive.Celsius), (examined.Smart.Passed, examined.Smart.TemperatureCelsius));
            Assert.NotNull(examined.Smart.PowerOnHours);
        }

        var exported = await host.Nas.ExamineAsync(PretendedHost.Target(host.Of(DriveCase.Exported)), Cancelled);
        Assert.Contains(exported.Facts!.InUse, fact => fact.Detail.Contains("ZFS pool 'oldpool'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_host_of_CORE_tells_of_its_drives_by_GEOM()
    {
        await using var host = await PretendedHost.StartAsync(All with { Profile = MockNasProfile.Core130 });

        var inventory = await host.Nas.ReadInventoryAsync(Cancelled);
        var drives = inventory.Drives.ToDictionary(drive => drive.DeviceName);

        Assert.Equal("FreeBSD 13.1-RELEASE-p9", inventory.Product);
        Assert.Equal(host.Server.Drives.Where(drive => drive.IsInserted).Select(drive => drive.Name).Order(), drives.Keys.Order());
        Assert.All(host.Server.Drives.Where(drive => drive.Case is DriveCase.Free), free =>
        {
            Assert.Equal((free.Serial, free.SizeBytes), (drives[free.Name].Serial, drives[free.Name].SizeBytes));
            Assert.Empty(drives[free.Name].InUse);
        });
        foreach (var (of, code) in (IEnumerable<(DriveCase, string)>)[
            (DriveCase.Boot, "pool"), (DriveCase.PoolSpare, "pool"), (DriveCase.PoolWholeDisk, "pool"), (DriveCase.Exported, "partitions"),
            (DriveCase.GeliLocked, "signature"), (DriveCase.Swap, "swap"), (DriveCase.NoSerial, "no_serial")])
        {
            Assert.Contains(code, drives[host.Of(of).Name].InUse.Select(fact => fact.Code));
        }
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Ata)]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Sas)]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Nvme)]
    [InlineData(MockNasProfile.Core130, DriveProtocol.Sas)]
    [InlineData(MockNasProfile.Core130, DriveProtocol.Nvme)]
    public async Task A_self_test_runs_shows_how_far_it_is_and_passes(MockNasProfile profile, DriveProtocol protocol)
    {
        await using var host = await PretendedHost.StartAsync(PretendedHost.Few with { Profile = profile });
        var drive = host.Free(protocol);
        var order = PretendedHost.Order(drive);

        Assert.Equal(new LaunchAnswer.Running(order.RunId), await host.Nas.EnsureStartedAsync(order, Cancelled));
        host.Clock.Advance(TimeSpan.FromSeconds(40));
        var running = Assert.IsType<RunSnapshot.Running>(await host.SeeAsync(order));
        host.Server.CompleteTests();
        var ended = Assert.IsType<RunSnapshot.Ended>(await host.SeeAsync(order));

        Assert.InRange(running.Progress.Percent, 1, 99);
        Assert.Equal(StageState.Passed, ended.Result.State);
    }

    [Fact]
    public async Task The_test_of_a_dying_drive_fails_at_a_block()
    {
        await using var host = await PretendedHost.StartAsync();
        var order = PretendedHost.Order(host.Of(DriveCase.Failing), StageName.LongSmart);
        await host.Nas.EnsureStartedAsync(order, Cancelled);
        host.Server.CompleteTests();

        var ended = Assert.IsType<RunSnapshot.Ended>(await host.SeeAsync(order));

        Assert.Equal(StageState.Failed, ended.Result.State);
        Assert.Contains("Completed: read failure, first at LBA", ended.Result.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_is_stopped_on_the_drive_and_its_power_management_given_back()
    {
        await using var host = await PretendedHost.StartAsync();
        var drive = host.Server.Drives.First(drive => drive.Case is DriveCase.Free && drive.Model.StartsWith("WDC", StringComparison.Ordinal));
        var order = PretendedHost.Order(drive, StageName.LongSmart);
        await host.Nas.EnsureStartedAsync(order, Cancelled);
        Assert.Equal("128", await host.ApmAsync(drive));

        await host.Nas.StopAsync(order, Cancelled);

        Assert.Equal("96", await host.ApmAsync(drive));
        Assert.Equal(RunSnapshotState(await host.SeeAsync(order)), StageState.Inconclusive);

        static StageState? RunSnapshotState(RunSnapshot snapshot) => (snapshot as RunSnapshot.Ended)?.Result.State;
    }

    [Fact]
    public async Task After_a_reboot_a_drive_is_found_under_another_name_and_its_test_was_lost()
    {
        await using var host = await PretendedHost.StartAsync();
        var drive = host.Free(DriveProtocol.Sas);
        var order = PretendedHost.Order(drive);
        await host.Nas.EnsureStartedAsync(order, Cancelled);

        host.Server.Reboot();
        var moved = host.Server.Drives[drive.Slot].Name;

        Assert.NotEqual(drive.Name, moved);
        Assert.Equal(moved, (await host.Nas.ExamineAsync(order.Target, Cancelled)).Facts!.DeviceName);
        Assert.IsType<RunSnapshot.Unseen>(await host.SeeAsync(order));
        Assert.Contains("Aborted (device reset ?)", await host.AskAsync($"smartctl -l selftest /dev/{moved}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_reached_over_SSH()
    {
        await using var host = await PretendedHost.OverSshAsync();
        var order = PretendedHost.Order(host.Free(DriveProtocol.Nvme));

        Assert.Equal(new LaunchAnswer.Running(order.RunId), await host.Nas.EnsureStartedAsync(order, Cancelled));
        host.Server.CompleteTests();

        Assert.Equal(StageState.Passed, Assert.IsType<RunSnapshot.Ended>(await host.SeeAsync(order)).Result.State);
    }

    [Fact]
    public async Task The_surface_of_a_small_pretended_drive_is_written_and_read_back()
    {
        await using var host = await PretendedHost.StartAsync(All with { DriveBytes = 8 << 20, Drives = 6 });
        var order = PretendedHost.Order(host.Free(DriveProtocol.Sas), StageName.SurfaceValidate) with
        {
            Surface = new SurfaceOrder { Shape = new SurfaceShape { Passes = 1 }, Engine = SurfaceEngine.Badblocks },
        };

        Assert.Equal(new LaunchAnswer.Running(order.RunId), await host.Nas.EnsureStartedAsync(order, Cancelled));
        var ended = Assert.IsType<RunSnapshot.Ended>(await host.SeeAsync(order, snapshot => snapshot is RunSnapshot.Ended));

        Assert.Equal((StageState.Passed, 8L << 20), (ended.Result.State, ended.Result.TestedBytes));
    }

    [Fact]
    public async Task A_drive_that_is_in_use_is_refused_there_too()
    {
        await using var host = await PretendedHost.StartAsync(All with { DriveBytes = 8 << 20, Drives = 14 });
        var order = PretendedHost.Order(host.Of(DriveCase.PoolData), StageName.SurfaceValidate) with { Surface = new SurfaceOrder { Shape = new SurfaceShape { Passes = 1 } } };

        var refused = Assert.IsType<LaunchAnswer.Refused>(await host.Nas.EnsureStartedAsync(order, Cancelled));

        Assert.Contains("pool", refused.Facts.Select(fact => fact.Code));
    }
}
