using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Tests.Disks;

/// <summary>The rows of <c>disk.query</c>: which fields, of which types, under which names of devices.</summary>
public sealed class DiskFieldTests
{
    [Theory]
    [InlineData(MockNasProfile.Core120, "identifier str, name str, subsystem str, number int, serial str, size int, multipath_name str, multipath_member str, description str, transfermode str, hddstandby str, hddstandby_force bool, advpowermgmt str, acousticlevel str, togglesmart bool, smartoptions str, expiretime null, informational null, difference null, critical null, model str, rotationrate int, type str, zfs_guid null, devname str, enclosure {number int, slot int}, pool null")]
    [InlineData(MockNasProfile.Core130, "identifier str, name str, subsystem str, number int, serial str, lunid str, size int, multipath_name str, multipath_member str, description str, transfermode str, hddstandby str, hddstandby_force bool, advpowermgmt str, acousticlevel str, togglesmart bool, smartoptions str, expiretime null, informational null, difference null, critical null, model str, rotationrate int, type str, zfs_guid null, bus str, devname str, enclosure {number int, slot int}, pool null")]
    [InlineData(MockNasProfile.Core133, "identifier str, name str, subsystem str, number int, serial str, lunid str, size int, multipath_name str, multipath_member str, description str, transfermode str, hddstandby str, hddstandby_force bool, advpowermgmt str, acousticlevel str, togglesmart bool, smartoptions str, expiretime null, informational null, difference null, critical null, model str, rotationrate int, type str, zfs_guid null, bus str, devname str, enclosure {number int, slot int}, pool null")]
    [InlineData(MockNasProfile.Scale2212, "identifier str, name str, subsystem str, number int, serial str, lunid str, size int, description str, transfermode str, hddstandby str, advpowermgmt str, togglesmart bool, smartoptions str, expiretime null, informational null, difference null, critical null, model str, rotationrate int, type str, zfs_guid null, bus str, devname str, enclosure {number int, slot int}, pool null, supports_smart null")]
    [InlineData(MockNasProfile.TrueNas2504, "identifier str, name str, subsystem str, number int, serial str, lunid str, size int, description str, transfermode str, hddstandby str, advpowermgmt str, togglesmart bool, smartoptions str, expiretime null, informational null, difference null, critical null, model str, rotationrate int, type str, zfs_guid null, bus str, devname str, enclosure {number int, slot int}, pool null, supports_smart null")]
    [InlineData(MockNasProfile.TrueNas2510, "identifier str, name str, subsystem str, number int, serial str, lunid str, size int, description str, transfermode str, hddstandby str, advpowermgmt str, expiretime null, model str, rotationrate int, type str, zfs_guid null, bus str, devname str, enclosure {number int, slot int}, pool null")]
    public async Task A_row_has_the_fields_of_its_release(MockNasProfile profile, string fields)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal($"{{{fields}}}", JsonShape.Of(await RowAsync(box, box.Free(DriveProtocol.Ata).Name)));
    }

    [Theory]
    [InlineData("api/current", true)]
    [InlineData("api/v26.0.0", true)]
    [InlineData("api/v25.10.1", false)]
    [InlineData("api/v25.04.0", false)]
    public async Task The_field_that_26_added_is_not_in_older_versions_of_the_API(string path, bool hasSed)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas260);
        var socket = await box.JsonRpcAsync(path);

        Assert.Equal(hasSed, (await socket.ResultAsync("disk.query"))![0]!.AsObject().ContainsKey("sed"));
    }

    [Fact]
    public async Task DDP_goes_on_speaking_the_schema_of_24_10()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas260);
        var socket = await box.DdpAsync();

        Assert.False((await socket.DdpAsync("disk.query"))["result"]![0]!.AsObject().ContainsKey("sed"));
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, DriveProtocol.Ata, "^(ada|da)[0-9]+$", "HDD")]
    [InlineData(MockNasProfile.Core130, DriveProtocol.Sas, "^da[0-9]+$", "HDD")]
    [InlineData(MockNasProfile.Core130, DriveProtocol.Nvme, "^nvd[0-9]+$", "SSD")]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Ata, "^sd[a-z]+$", "HDD")]
    [InlineData(MockNasProfile.Scale2410, DriveProtocol.Nvme, "^nvme[0-9]+n1$", "SSD")]
    [InlineData(MockNasProfile.TrueNas260, DriveProtocol.Sas, "^sd[a-z]+$", "HDD")]
    public async Task Devices_are_named_as_their_system_names_them(MockNasProfile profile, DriveProtocol protocol, string pattern, string type)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.DdpAsync();
        var row = (await socket.DdpAsync("disk.query", $"""[[["name","=","{box.Free(protocol).Name}"]]]"""))["result"]![0]!;

        Assert.Matches(pattern, (string?)row["name"]);
        Assert.Equal(type, (string?)row["type"]);
        Assert.StartsWith("{serial_lunid}", (string?)row["identifier"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_on_Linux_is_the_number_of_the_device()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        Assert.Equal((2048, 2080), ((int)(await RowAsync(box, "sda"))["number"]!, (int)(await RowAsync(box, "sdc"))["number"]!));
        Assert.Equal(16640, (int)(await RowAsync(box, "sdq"))["number"]!);
    }

    [Fact]
    public async Task The_model_has_underscores_on_Linux_and_the_vendor_of_SAS_on_FreeBSD()
    {
        await using var core = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        await using var scale = await BoxUnderTest.StartAsync(MockNasProfile.Scale2310);

        Assert.Equal("SEAGATE ST16000NM002G", (string?)(await RowAsync(core, core.Free(DriveProtocol.Sas).Name))["model"]);
        Assert.Equal("ST16000NM002G", (string?)(await RowAsync(scale, scale.Free(DriveProtocol.Sas).Name))["model"]);
        Assert.Equal("WDC_WD80EFAX-68KNBN0", (string?)(await RowAsync(scale, scale.Of(DriveCase.Aged).Name))["model"]);
    }

    [Fact]
    public async Task U11_A_rotation_rate_may_be_a_word_on_CORE_and_a_hard_disk_has_none_on_Linux()
    {
        await using var core = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        await using var scale = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var onCore = await RowAsync(core, core.Of(DriveCase.UnknownRotation).Name);
        var onScale = await RowAsync(scale, scale.Of(DriveCase.UnknownRotation).Name);

        Assert.Equal(("unknown", "UNKNOWN"), ((string?)onCore["rotationrate"], (string?)onCore["type"]));
        Assert.Equal((null, "HDD"), ((string?)onScale["rotationrate"], (string?)onScale["type"]));
    }

    [Fact]
    public async Task U9_A_disk_of_two_paths_has_a_device_of_its_own_on_CORE()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var row = await RowAsync(box, box.Of(DriveCase.Multipath).Name);

        Assert.Equal("multipath/disk1", (string?)row["devname"]);
        Assert.NotEqual((string?)row["devname"], (string?)row["name"]);
    }

    [Fact]
    public async Task Whether_a_disk_supports_SMART_is_told_of_one_at_a_time()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        Assert.True((bool)(await box.GetAsync("/disk?name=sda&extra.supports_smart=true"))![0]!["supports_smart"]!);
        Assert.Equal(422, (await box.RestAsync("GET", "/disk?extra.supports_smart=true")).Status);
    }

    [Fact]
    public async Task Passwords_are_told_to_those_who_ask()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        var row = (await box.GetAsync("/disk", """{"query-filters":[["name","=","ada0"]],"query-options":{"extra":{"passwords":true}}}"""))![0]!.AsObject();

        Assert.True(row.ContainsKey("passwd") && row.ContainsKey("kmip_uid"));
    }

    private static async Task<JsonObject> RowAsync(BoxUnderTest box, string name) =>
        Assert.Single((await box.GetAsync($"/disk?name={name}"))!.AsArray())!.AsObject();
}
