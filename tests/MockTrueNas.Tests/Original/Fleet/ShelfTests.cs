using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Tests.Original.Fleet;

public sealed class ShelfTests
{
    [Fact]
    public async Task The_shelf_holds_the_fifteen_drives_of_the_original()
    {
        await using var nas = await NasUnderTest.StartAsync();

        var disks = (await nas.GetAsync("api/v2.0/disk")).AsArray();

        Assert.Equal(
            [
                ("sda", "ST12000NM0008", 12_000_138_625_024), ("sdb", "ST12000NM0008", 12_000_138_625_024),
                ("sdc", "ST12000NM0008", 12_000_138_625_024), ("sdd", "WD80EFAX", 8_001_563_222_016),
                ("sde", "WD80EFAX", 8_001_563_222_016), ("sdf", "WD80EFAX", 8_001_563_222_016),
                ("sdg", "ST16000NM001G", 16_000_900_661_248), ("sdh", "ST16000NM001G", 16_000_900_661_248),
                ("sdi", "ST4000VN008", 4_000_787_030_016), ("sdj", "ST4000VN008", 4_000_787_030_016),
                ("sdk", "TOSHIBA MG06ACA10TE", 10_000_831_348_736), ("sdl", "TOSHIBA MG06ACA10TE", 10_000_831_348_736),
                ("sdm", "HGST HUS728T8TAL5200", 8_001_563_222_016), ("sdn", "FAIL001", 4_000_787_030_016),
                ("sdo", "ST6000DM003", 6_001_175_126_016),
            ],
            disks.Select(disk => ((string)disk!["name"]!, (string)disk["model"]!, (long)disk["size"]!)));
    }

    [Fact]
    public async Task A_disk_has_the_fields_of_the_contract()
    {
        await using var nas = await NasUnderTest.StartAsync();

        var disk = await nas.DiskAsync("sda");

        Assert.Equal($"{{serial}}{disk["serial"]}", (string)disk["identifier"]!);
        Assert.Equal("sda", (string)disk["devname"]!);
        Assert.Equal("HDD", (string)disk["type"]!);
        Assert.Equal(7200, (int)disk["rotationrate"]!);
        Assert.InRange((double)disk["temperature"]!, 25, 45);
        Assert.Equal("PASSED", (string)disk["smart_health"]!);
    }

    [Fact]
    public async Task Serials_are_unique_and_stay_the_same_from_start_to_start()
    {
        await using var first = await NasUnderTest.StartAsync();
        await using var second = await NasUnderTest.StartAsync();

        var serials = Serials(await first.GetAsync("api/v2.0/disk"));

        Assert.Equal(15, serials.Distinct().Count());
        Assert.Equal(serials, Serials(await second.GetAsync("api/v2.0/disk")));
    }

    [Fact]
    public async Task Boxes_of_different_names_hold_no_drive_in_common()
    {
        await using var first = await NasUnderTest.StartAsync(new MockNasOptions { Name = "attic" });
        await using var second = await NasUnderTest.StartAsync(new MockNasOptions { Name = "cellar" });

        Assert.Empty(Serials(await first.GetAsync("api/v2.0/disk")).Intersect(Serials(await second.GetAsync("api/v2.0/disk"))));
    }

    private static List<string> Serials(JsonNode disks) => [.. disks.AsArray().Select(disk => (string)disk!["serial"]!)];
}
