using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Tests.Disks;

/// <summary><c>disk.get_unused</c> in its four meanings, and <c>disk.details</c>.</summary>
public sealed class FreeDiskTests
{
    [Theory]
    [MemberData(nameof(Profiles.Core), MemberType = typeof(Profiles))]
    public async Task U1_On_CORE_a_member_of_an_exported_pool_is_unused_and_nothing_marks_it(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var unused = (await box.PostAsync("/disk/get_unused", "true"))!.AsArray();
        var row = Of(unused, box.Of(DriveCase.Exported));

        Assert.NotNull(row);
        Assert.False(row.ContainsKey("exported_zpool"));
        Assert.Equal(
            ["516e7cb5-6ecf-11d6-8ff8-00022d09712b", "516e7cba-6ecf-11d6-8ff8-00022d09712b"],
            row["partitions"]!.AsArray().Select(partition => (string)partition!["partition_type"]!));
        Assert.All((DriveCase[])[DriveCase.Boot, DriveCase.PoolData, DriveCase.GeliLocked], used => Assert.Null(Of(unused, box.Of(used))));
        Assert.All((DriveCase[])[DriveCase.PoolByHand, DriveCase.PoolWholeDisk, DriveCase.GeliForeign, DriveCase.Swap], free => Assert.NotNull(Of(unused, box.Of(free))));
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2212)]
    [InlineData(MockNasProfile.Scale2310)]
    [InlineData(MockNasProfile.Scale2404)]
    public async Task From_22_12_to_24_04_it_is_listed_with_the_name_of_its_pool(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var unused = (await box.PostAsync("/disk/get_unused", "false"))!.AsArray();

        Assert.Equal("oldpool", (string?)Of(unused, box.Of(DriveCase.Exported))!["exported_zpool"]);
        Assert.Null(Of(unused, box.Free(DriveProtocol.Ata))!["exported_zpool"]);
        Assert.All((DriveCase[])[DriveCase.Boot, DriveCase.PoolData, DriveCase.PoolByHand], used => Assert.Null(Of(unused, box.Of(used))));
    }

    [Fact]
    public async Task U11_The_rows_of_22_12_are_raw_and_their_size_is_a_string()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2212);
        var unused = (await box.PostAsync("/disk/get_unused", "false"))!.AsArray();
        var row = Of(unused, box.Free(DriveProtocol.Ata))!;

        Assert.Equal(("16000900661248", "Always On"), ((string?)row["size"], (string?)row["hddstandby"]));
        Assert.Equal("", (string?)Of(unused, box.Of(DriveCase.NoSize))!["size"]);
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2410)]
    [InlineData(MockNasProfile.TrueNas2504)]
    public async Task From_24_10_on_exported_members_are_not_unused(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var unused = (await box.PostAsync("/disk/get_unused", "false"))!.AsArray();

        Assert.Null(Of(unused, box.Of(DriveCase.Exported)));
        Assert.NotNull(Of(unused, box.Of(DriveCase.Foreign)));
    }

    [Fact]
    public async Task Since_25_10_the_call_is_private_and_whoever_uses_it_is_told_on()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();

        Assert.Null((await socket.CallAsync("disk.get_unused"))["error"]);
        Assert.Equal(404, (await box.RestAsync("POST", "/disk/get_unused", "false")).Status);
        Assert.Equal(Burnin.MockTrueNas.Violations.ViolationKind.PrivateMethod, Assert.Single(box.Nas.TakeViolations()).Kind);
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2410)]
    [InlineData(MockNasProfile.TrueNas2510)]
    public async Task Details_tell_of_imported_and_exported_pools_by_device(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var details = (await box.PostAsync("/disk/details", """{"type":"BOTH","join_partitions":true}"""))!;
        var used = details["used"]!.AsArray();
        var exported = Of(used, box.Of(DriveCase.Exported))!;

        Assert.Equal(("oldpool", null), ((string?)exported["exported_zpool"], (string?)exported["imported_zpool"]));
        Assert.Equal("boot-pool", (string?)Of(used, box.Of(DriveCase.Boot))!["imported_zpool"]);
        Assert.Equal("byhand", (string?)Of(used, box.Of(DriveCase.PoolByHand))!["imported_zpool"]);
        Assert.NotNull(Of(details["unused"]!.AsArray(), box.Of(DriveCase.Foreign)));
        Assert.Null(Of(used, box.Of(DriveCase.NoSize)) ?? Of(details["unused"]!.AsArray(), box.Of(DriveCase.NoSize)));
    }

    [Fact]
    public async Task An_entry_of_details_has_its_own_fields()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var unused = (await box.PostAsync("/disk/details", """{"type":"UNUSED"}"""))!.AsArray();

        Assert.Equal(
            "{name str, devname str, identifier str, sectorsize int, number int, subsystem str, driver str, hctl str, size int, mediasize int, vendor str, ident str, serial str, model str, descr str, lunid str, bus str, type str, blocks int, serial_lunid str, rotationrate int, stripesize null, parts [], dif bool, enclosure {drive_bay_number int, id str}, partitions [], exported_zpool null, imported_zpool null, duplicate_serial []}",
            JsonShape.Of(Of(unused, box.Free(DriveProtocol.Ata))));
        Assert.True((bool)Of(unused, box.Of(DriveCase.Protected))!["dif"]!);
    }

    [Fact]
    public async Task A_partition_is_told_in_sectors_and_in_bytes()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var used = (await box.PostAsync("/disk/get_used", "true"))!.AsArray();
        var partition = Assert.Single(Of(used, box.Of(DriveCase.PoolData))!["partitions"]!.AsArray())!;

        Assert.Equal(
            ["name", "partition_type", "partition_number", "partition_uuid", "disk", "start_sector", "start", "end_sector", "end", "size", "id", "path", "encrypted_provider"],
            JsonShape.Fields(partition));
        Assert.Equal(("6a898cc3-1dd2-11b2-99a6-080020736631", 2048, 1048576), ((string?)partition["partition_type"], (int)partition["start_sector"]!, (int)partition["start"]!));
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2404, true)]
    [InlineData(MockNasProfile.Scale2410, false)]
    public async Task Members_of_pools_have_a_swap_partition_until_24_04(MockNasProfile profile, bool hasSwap)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var moment = box.Nas.Box!.Look();
        var member = moment.State.Drives.First(drive => drive.Case is DriveCase.PoolData);

        Assert.Equal(hasSwap, PartitionTable.Of(member, moment).Any(partition => partition.Type == PartitionType.SwapOnFreeBsd));
    }

    [Fact]
    public async Task U6_Twins_share_one_row_and_details_shows_both()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2504);
        var twins = box.Nas.Drives.Where(drive => drive.Case is DriveCase.TwinCollapsed).ToList();
        var unused = (await box.PostAsync("/disk/details", """{"type":"UNUSED"}"""))!.AsArray();

        Assert.Equal(twins[0].Identifier, twins[1].Identifier);
        Assert.Equal(twins[1].Name, (string?)Assert.Single((await box.GetAsync($"/disk?serial={twins[0].Serial}"))!.AsArray())!["name"]);
        Assert.Equal(twins[1].Name, (string?)Of(unused, twins[0])!["duplicate_serial"]![0]);
        Assert.Equal(twins[0].Name, (string?)Of(unused, twins[1])!["duplicate_serial"]![0]);
    }

    [Fact]
    public async Task Twins_without_a_lunid_have_a_row_each_that_names_the_other()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var twins = box.Nas.Drives.Where(drive => drive.Case is DriveCase.TwinRow).ToList();
        var unused = (await box.PostAsync("/disk/get_unused", "false"))!.AsArray();

        Assert.Equal(twins[0].Serial, twins[1].Serial);
        Assert.Equal(twins[1].Name, (string?)Of(unused, twins[0])!["duplicate_serial"]![0]);
        Assert.Equal(twins[0].Name, (string?)Of(unused, twins[1])!["duplicate_serial"]![0]);
    }

    [Fact]
    public async Task U8_A_drive_that_was_pulled_keeps_its_row_for_seven_days_and_hides_it()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Free(DriveProtocol.Ata);
        await box.DebugAsync("POST", $"/drives/{drive.Name}/remove");

        Assert.Empty((await box.GetAsync($"/disk?serial={drive.Serial}"))!.AsArray());
        Assert.NotNull((await box.GetAsync($"/disk?serial={drive.Serial}&extra.include_expired=true"))![0]!["expiretime"]!["$date"]);

        box.Pass(TimeSpan.FromDays(8));
        Assert.Empty((await box.GetAsync($"/disk?serial={drive.Serial}&extra.include_expired=true"))!.AsArray());

        await box.DebugAsync("POST", $"/drives/{drive.Name}/insert");
        Assert.Null((await box.GetAsync($"/disk?serial={drive.Serial}"))![0]!["expiretime"]);
    }

    [Fact]
    public async Task A_reboot_finds_the_drives_in_another_order()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var before = box.Nas.Drives.ToDictionary(drive => drive.Slot);

        box.Nas.Reboot();

        Assert.Contains(box.Nas.Drives, drive => drive.Name != before[drive.Slot].Name);
        Assert.All(box.Nas.Drives, drive => Assert.Equal(before[drive.Slot].Serial, drive.Serial));
        Assert.Equal(before.Values.Select(drive => drive.Name).Order(), box.Nas.Drives.Select(drive => drive.Name).Order());
    }

    private static JsonObject? Of(JsonArray rows, MockDrive drive) => rows.FirstOrDefault(row => (string?)row!["name"] == drive.Name)?.AsObject();
}
