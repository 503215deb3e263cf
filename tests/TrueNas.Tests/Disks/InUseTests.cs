using System.Collections.Immutable;
using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Faults;

namespace Burnin.TrueNas.Tests.Disks;

/// <summary>What each release tells, and hides, about who uses a disk: without the host, which is asked besides.</summary>
public sealed class InUseTests
{
    private static readonly ImmutableArray<DriveCase> FreeOnes =
    [
        DriveCase.Free, DriveCase.Failing, DriveCase.Aged, DriveCase.Usb, DriveCase.UnknownRotation,
        DriveCase.NotMonitored, DriveCase.Sensorless, DriveCase.Protected,
    ];

    /// <summary>One row for two drives: before 24.10 no call tells that there is another. The host sees both.</summary>
    private static bool IsHidden(MockNasProfile profile, DriveCase of) => of is DriveCase.TwinCollapsed && profile < MockNasProfile.Scale2410;

    [Theory]
    [MemberData(nameof(Profiles.WithRest), MemberType = typeof(Profiles))]
    public async Task U2_free_disks_are_free_and_all_others_are_not(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);
        AssertRight(profile, bed, await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled));
    }

    [Theory]
    [MemberData(nameof(Profiles.WithJsonRpc), MemberType = typeof(Profiles))]
    public async Task By_json_rpc_it_is_the_same(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);

        AssertRight(profile, bed, await bed.Nas(bed.WithUser).ReadInventoryAsync(TrueNasBed.Cancelled));
    }

    [Theory]
    [MemberData(nameof(Profiles.WithRest), MemberType = typeof(Profiles))]
    public async Task Each_use_is_called_by_its_name(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);
        var inventory = await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.Contains(bed.Of(inventory, DriveCase.Boot).InUse, fact => fact.Code == "boot");
        Assert.Contains(bed.Of(inventory, DriveCase.PoolSpare).InUse, fact => fact is { Code: "pool" } && fact.Detail.Contains("tank", StringComparison.Ordinal));
        Assert.Contains(bed.Of(inventory, DriveCase.FormerMember).InUse, fact => fact.Code == "signature");
        Assert.Contains(bed.Of(inventory, DriveCase.Swap).InUse, fact => fact.Code == "partitions" && fact.Detail.Contains("swap", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Profiles.WithRest), MemberType = typeof(Profiles))]
    public async Task U1_a_member_of_an_exported_pool_is_never_free(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);

        Assert.NotEmpty((await bed.FactsOfAsync(bed.Nas(), DriveCase.Exported)).InUse);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithRest), MemberType = typeof(Profiles))]
    public async Task U3_a_pool_that_was_imported_by_hand_is_seen(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);

        Assert.Contains((await bed.FactsOfAsync(bed.Nas(), DriveCase.PoolByHand)).InUse, fact => fact.Code == "pool");
    }

    [Theory]
    [MemberData(nameof(Profiles.Core), MemberType = typeof(Profiles))]
    public async Task U4_U10_whole_disks_and_locked_encryption_are_not_free(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);
        var inventory = await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.All(
            [DriveCase.PoolWholeDisk, DriveCase.GeliLocked, DriveCase.GeliForeign, DriveCase.Multipath],
            of => Assert.NotEmpty(bed.Of(inventory, of).InUse));
    }

    [Theory]
    [MemberData(nameof(Profiles.Core), MemberType = typeof(Profiles))]
    public async Task U5_a_nas_that_names_no_boot_disk_is_not_believed(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile, new BoxFaults { NoBootDisks = true });
        var inventory = await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.All(inventory.Drives, drive => Assert.NotEmpty(drive.InUse));
        Assert.Null(inventory.Capabilities.Single(capability => capability.What == "in_use").By);
    }

    [Theory]
    [InlineData("boot.get_disks")]
    [InlineData("pool.query")]
    [InlineData("disk.details")]
    public async Task What_is_not_answered_is_in_use(string method)
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410, new BoxFaults { MissingMethods = [method] });
        var inventory = await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.All(inventory.Drives, drive => Assert.NotEmpty(drive.InUse));
        Assert.Contains(method, inventory.Capabilities.Single(capability => capability.What == "in_use").Note, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithRest), MemberType = typeof(Profiles))]
    public async Task U6_U8_U11_odd_rows_are_read(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);
        var inventory = await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.Contains(bed.Of(inventory, DriveCase.TwinRow).InUse, fact => fact.Code == "duplicate_serial");
        Assert.Contains(bed.Of(inventory, DriveCase.NoSerial).InUse, fact => fact.Code == "no_serial");
        Assert.Contains(bed.Of(inventory, DriveCase.NoSize).InUse, fact => fact.Code == "zero_size");
        Assert.DoesNotContain(inventory.Drives, drive => drive.Serial == bed.Drive(DriveCase.Expired).Serial);
    }

    [Fact]
    public async Task O6_polls_do_not_have_the_nas_look_for_pools_each_time()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410);
        var nas = bed.Nas();

        for (var poll = 0; poll < 50; poll++)
        {
            await nas.ReadInventoryAsync(TrueNasBed.Cancelled);
            bed.Clock.Advance(TimeSpan.FromSeconds(12));
        }

        Assert.InRange(bed.CallsOf("disk.details"), 1, 4);
    }

    [Fact]
    public async Task A_disk_that_is_started_on_is_looked_at_anew()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410);
        var nas = bed.Nas();
        await nas.ReadInventoryAsync(TrueNasBed.Cancelled);
        bed.Clock.Advance(TimeSpan.FromMinutes(2));

        var examination = await nas.ExamineAsync(TrueNasBed.Target(bed.Drive(DriveCase.Free)), TrueNasBed.Cancelled);

        Assert.Empty(examination.Facts!.InUse);
        Assert.Equal(2, bed.CallsOf("disk.details"));
    }

    [Fact]
    public async Task A_name_that_was_another_disks_at_the_time_of_the_scan_proves_nothing()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410);
        var nas = bed.Nas();
        await nas.ReadInventoryAsync(TrueNasBed.Cancelled);

        bed.Server.Reboot();
        var inventory = await nas.ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.DoesNotContain(inventory.Drives, drive => drive.InUse.IsEmpty && bed.Server.Drives.Single(other => other.Name == drive.DeviceName).Case is DriveCase.Boot or DriveCase.PoolData);
    }

    private static void AssertRight(MockNasProfile profile, TrueNasBed bed, Inventory inventory)
    {
        var wrong = bed.Server.Drives
            .Select(drive => (drive.Name, drive.Case, Facts: inventory.Drives.FirstOrDefault(facts => facts.DeviceName == drive.Name)))
            .Where(seen => seen.Facts is { } facts && facts.InUse.IsEmpty != (FreeOnes.Contains(seen.Case) || IsHidden(profile, seen.Case)))
            .Select(seen => $"{seen.Name} {seen.Case}: {string.Join(" ", seen.Facts!.InUse)}");

        Assert.Empty(wrong);
    }
}
