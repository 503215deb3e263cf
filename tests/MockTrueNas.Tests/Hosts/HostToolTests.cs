using System.Xml.Linq;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Hosts;

namespace Burnin.MockTrueNas.Tests.Hosts;

/// <summary>What the tools of a pretended host are told; that the host programme gets on with them, its own tests show.</summary>
public sealed class HostToolTests
{
    [Fact]
    public async Task Zpool_tells_of_every_imported_pool_and_zdb_of_exported_ones_too()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        var pools = Run(box, "zpool", "status", "-LP").Output;

        Assert.All((string[])["boot-pool", "tank", "byhand"], pool => Assert.Contains($"  pool: {pool}\n", pools, StringComparison.Ordinal));
        Assert.Contains($"\tspares\n\t    /dev/{box.Of(DriveCase.PoolSpare).Name}1  AVAIL", pools, StringComparison.Ordinal);
        Assert.DoesNotContain("oldpool", pools, StringComparison.Ordinal);
        Assert.Contains("name: 'oldpool'", Run(box, "zdb", "-l", $"/dev/{box.Of(DriveCase.Exported).Name}1").Output, StringComparison.Ordinal);
        Assert.Equal(2, Run(box, "zdb", "-l", $"/dev/{box.Free(DriveProtocol.Ata).Name}").Exit);
    }

    [Fact]
    public async Task GEOMs_tree_is_well_formed_and_names_every_disk_with_its_serial()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core133);

        var mesh = XDocument.Parse(Run(box, "ask-sysctl", "-n", "kern.geom.confxml").Output);
        var disks = mesh.Descendants("class").Single(of => (string?)of.Element("name") == "DISK").Descendants("provider")
            .ToDictionary(provider => (string)provider.Element("name")!, provider => (string)provider.Element("config")!.Element("ident")!);

        Assert.All(box.Nas.Drives.Where(drive => drive.IsInserted), drive => Assert.Equal(drive.Serial, disks[drive.Name]));
        Assert.Contains(mesh.Descendants("type"), type => type.Value == "freebsd-swap");
        Assert.Equal(
            "r1w1e1",
            (string?)mesh.Descendants("provider").First(provider => (string?)provider.Element("name") == box.Of(DriveCase.PoolData).Name).Element("mode"));
    }

    [Fact]
    public async Task Diskinfo_tells_size_and_serial()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var drive = box.Free(DriveProtocol.Sas);

        Assert.StartsWith($"/dev/{drive.Name}\t512\t{drive.SizeBytes}\t", Run(box, "diskinfo", $"/dev/{drive.Name}").Output, StringComparison.Ordinal);
        Assert.Equal((0, $"{drive.Serial}\n"), Run(box, "diskinfo", "-s", $"/dev/{drive.Name}"));
        Assert.Equal(1, Run(box, "diskinfo", "/dev/da99").Exit);
    }

    [Fact]
    public async Task A_tool_asks_by_a_route_and_gets_its_exit_status_in_a_header()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        using var client = BoxUnderTest.Client(box.Nas, box.Nas.BaseUrl);
        using var words = new StringContent("-i\n/dev/sdzz\n");

        using var answer = await client.PostAsync("debug/host/smartctl", words, TestContext.Current.CancellationToken);

        Assert.Equal("2", Assert.Single(answer.Headers.GetValues("X-Exit")));
        Assert.Contains("No such device", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(404, (await box.DebugAsync("POST", "/host/rm", "-rf\n/\n")).Status);
    }

    [Fact]
    public async Task A_host_has_the_files_of_its_drives_and_they_follow_them()
    {
        await using var box = await BoxUnderTest.StartAsync(new MockNasOptions { Profile = MockNasProfile.Scale2410, Drives = 6, HasCases = false, DriveBytes = 1 << 20 });
        var folder = Directory.CreateTempSubdirectory("burnin-host-tools-").FullName;

        try
        {
            using var host = MockHost.Create(box.Nas, folder);
            var drive = box.Free(DriveProtocol.Sas);
            var sensor = $"{folder}/sys/block/{drive.Name}/device/hwmon/hwmon0/temp1_input";

            Assert.Equal($"{folder}/enter", host.Enter);
            Assert.Equal("2048", File.ReadAllText($"{folder}/sys/block/{drive.Name}/size").Trim());
            Assert.Equal(1 << 20, new FileInfo($"{folder}/disks/slot-{drive.Slot}").Length);
            await box.DebugAsync("POST", $"/drives/{drive.Name}/temperature", """{"celsius":55}""");
            Assert.Equal("55000", File.ReadAllText(sensor).Trim());
            await box.DebugAsync("POST", $"/drives/{drive.Name}/remove");
            Assert.False(Directory.Exists($"{folder}/sys/block/{drive.Name}") || Path.Exists($"{folder}/dev/{drive.Name}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Exit, string Output) Run(BoxUnderTest box, string tool, params string[] arguments) => HostTools.Run(box.Nas.Box!, tool, [.. arguments])!.Value;
}
