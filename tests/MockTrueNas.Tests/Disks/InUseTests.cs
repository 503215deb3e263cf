using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Tests.Disks;

/// <summary>What each call sees of a drive that is in use, and to what it is blind: the table of section 8.</summary>
public sealed class InUseTests
{
    private static readonly DriveCase[] Imported =
        [DriveCase.PoolData, DriveCase.PoolLog, DriveCase.PoolCache, DriveCase.PoolSpare, DriveCase.PoolByHand];

    [Theory]
    [InlineData(MockNasProfile.Core120)]
    [InlineData(MockNasProfile.Core133)]
    [InlineData(MockNasProfile.Scale2212)]
    [InlineData(MockNasProfile.Scale2410)]
    [InlineData(MockNasProfile.TrueNas2510)]
    public async Task U2_Without_the_wish_no_disk_has_a_pool_and_with_it_every_imported_one_has(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var pools = (await box.GetAsync("/disk", """{"query-options":{"extra":{"pools":true}}}"""))!.AsArray()
            .ToDictionary(disk => (string)disk!["name"]!, disk => (string?)disk!["pool"]);

        Assert.All((await box.GetAsync("/disk"))!.AsArray(), disk => Assert.Null(disk!["pool"]));
        Assert.All(box.Nas.Drives.Where(drive => Imported.Contains(drive.Case)), drive => Assert.Equal(drive.Case is DriveCase.PoolByHand ? "byhand" : "tank", pools[drive.Name]));
        Assert.All(box.Nas.Drives.Where(drive => drive.Case is DriveCase.Boot), drive => Assert.Equal("boot-pool", pools[drive.Name]));
        Assert.All(
            box.Nas.Drives.Where(drive => drive.Case is DriveCase.Free or DriveCase.Exported or DriveCase.GeliLocked or DriveCase.GeliForeign or DriveCase.Swap or DriveCase.Foreign),
            drive => Assert.Null(pools[drive.Name]));
    }

    [Theory]
    [MemberData(nameof(Profiles.All), MemberType = typeof(Profiles))]
    public async Task The_guid_of_a_vdev_is_remembered_for_ever(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.DdpAsync();
        var guids = (await socket.DdpAsync("disk.query"))["result"]!.AsArray().ToDictionary(disk => (string)disk!["name"]!, disk => (string?)disk!["zfs_guid"]);

        Assert.All(box.Nas.Drives.Where(drive => drive.Case is DriveCase.Exported or DriveCase.FormerMember), drive => Assert.NotNull(guids[drive.Name]));
        Assert.All(box.Nas.Drives.Where(drive => drive.Case is DriveCase.Free), drive => Assert.Null(guids[drive.Name]));
    }

    [Theory]
    [MemberData(nameof(Profiles.Core), MemberType = typeof(Profiles))]
    public async Task U5_On_CORE_the_list_of_boot_disks_fails_open(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(2, (await box.GetAsync("/boot/get_disks"))!.AsArray().Count);
        box.Nas.Faults = box.Nas.Faults with { NoBootDisks = true };
        Assert.Empty((await box.GetAsync("/boot/get_disks"))!.AsArray());
    }

    [Fact]
    public async Task After_CORE_it_fails_closed()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        box.Nas.Faults = box.Nas.Faults with { NoBootDisks = true };

        Assert.Equal(500, (await box.RestAsync("GET", "/boot/get_disks")).Status);
    }

    [Fact]
    public async Task U3_The_pool_that_was_imported_by_hand_is_not_in_the_list_of_pools()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        Assert.Equal(["tank", "whole", "locked"], (await box.GetAsync("/pool"))!.AsArray().Select(pool => (string)pool!["name"]!));
        Assert.DoesNotContain(box.Of(DriveCase.PoolByHand).Name, await NamesOfPoolsAsync(box));
    }

    [Fact]
    public async Task U4_On_CORE_a_pool_on_whole_disks_maps_to_none()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var drive = box.Of(DriveCase.PoolWholeDisk);
        var vdev = (await box.GetAsync("/pool?name=whole"))![0]!["topology"]!["data"]![0]!;

        Assert.Equal((null, null, $"/dev/{drive.Name}"), ((string?)vdev["disk"], (string?)vdev["device"], (string?)vdev["path"]));
        Assert.Contains(drive.Name, Names((await box.PostAsync("/disk/get_unused", "false"))!));
        Assert.DoesNotContain(drive.Name, await NamesOfPoolsAsync(box));
    }

    [Fact]
    public async Task U10_A_locked_pool_has_no_topology_and_its_disks_are_told_by_other_calls()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var locked = box.Of(DriveCase.GeliLocked);
        var foreign = box.Of(DriveCase.GeliForeign);
        var pool = (await box.GetAsync("/pool?name=locked"))![0]!;

        Assert.Equal((null, "OFFLINE", 2, false), ((string?)pool["topology"], (string?)pool["status"], (int)pool["encrypt"]!, (bool)pool["is_decrypted"]!));
        Assert.Contains(locked.Name, await NamesOfPoolsAsync(box));
        Assert.Equal([foreign.Name], (await box.PostAsync("/disk/get_encrypted", """{"unused":true}"""))!.AsArray().Select(row => (string)row!["disk"]!));
        Assert.Equal("{name str, dev str, disk str}", JsonShape.Of((await box.PostAsync("/disk/get_encrypted", "{}"))![0]));
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, "id int, name str, guid str, encrypt int, encryptkey str, encryptkey_path null, is_decrypted bool, path str, status str, scan {")]
    [InlineData(MockNasProfile.TrueNas2504, "id int, name str, guid str, path str, status str, scan {")]
    public async Task A_pool_has_the_fields_of_its_release(MockNasProfile profile, string beginning)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var tank = (await box.GetAsync("/pool?name=tank"))![0]!;

        Assert.StartsWith($"{{{beginning}", JsonShape.Of(tank), StringComparison.Ordinal);
        Assert.Equal(["data", "log", "cache", "spare", "special", "dedup"], JsonShape.Fields(tank["topology"]));
        Assert.Equal(("MIRROR", 2), ((string?)tank["topology"]!["data"]![0]!["type"], tank["topology"]!["data"]![0]!["children"]!.AsArray().Count));
        Assert.Equal(
            ["name", "type", "path", "guid", "status", "stats", "children", "device", "disk", "unavail_disk"],
            JsonShape.Fields(tank["topology"]!["spare"]![0]));
    }

    [Fact]
    public async Task The_disks_of_one_pool_are_asked_by_its_id()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var id = (int)(await box.GetAsync("/pool?name=tank"))![0]!["id"]!;

        Assert.Equal(5, (await box.PostAsync($"/pool/id/{id}/get_disks"))!.AsArray().Count);
        Assert.Empty((await box.PostAsync("/pool/id/99/get_disks"))!.AsArray());
    }

    [Fact]
    public async Task A_member_that_was_pulled_is_told_with_the_row_that_it_had()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Of(DriveCase.PoolSpare);
        await box.DebugAsync("POST", $"/drives/{drive.Name}/remove");

        var vdev = (await box.GetAsync("/pool?name=tank"))![0]!["topology"]!["spare"]![0]!;

        Assert.Equal(("UNAVAIL", null, drive.Serial), ((string?)vdev["status"], (string?)vdev["disk"], (string?)vdev["unavail_disk"]!["serial"]));
    }

    [Fact]
    public async Task Pools_that_could_be_imported_are_found_by_a_job_that_names_no_disks()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var id = (int)(await box.GetAsync("/pool/import_find"))!;
        box.Pass(TimeSpan.FromSeconds(4));

        var job = (await box.GetAsync($"/core/get_jobs?id={id}"))![0]!;

        Assert.Equal(("SUCCESS", """["name","guid","status","hostname"]"""), ((string?)job["state"], new JsonArray([.. JsonShape.Fields(job["result"]![0]).Select(field => (JsonNode)field)]).ToJsonString()));
        Assert.Equal("oldpool", (string?)job["result"]![0]!["name"]);
    }

    [Fact]
    public async Task ZpoolQuery_of_26_sees_what_was_imported_by_hand()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas260);
        var socket = await box.JsonRpcAsync();

        Assert.Equal(["boot-pool", "tank", "byhand"], (await socket.ResultAsync("zpool.query"))!.AsArray().Select(pool => (string)pool!["name"]!));
    }

    private static IEnumerable<string> Names(JsonNode rows) => rows.AsArray().Select(row => (string)row!["name"]!);

    private static async Task<List<string>> NamesOfPoolsAsync(BoxUnderTest box)
    {
        var names = new List<string>();

        foreach (var pool in (await box.GetAsync("/pool"))!.AsArray())
        {
            names.AddRange((await box.PostAsync($"/pool/id/{pool!["id"]}/get_disks"))!.AsArray().Select(name => (string)name!));
        }

        return names;
    }
}
