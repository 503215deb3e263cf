using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Methods.Disks;
using Burnin.MockTrueNas.Pools;

namespace Burnin.MockTrueNas.Hosts;

/// <summary>The tools by which FreeBSD tells of its disks: GEOM's tree, and what can be asked of one node.</summary>
internal static class GeomTools
{
    public static (int Exit, string Output)? Run(string tool, ImmutableArray<string> arguments, BoxMoment moment) => (tool, arguments) switch
    {
        ("uname", ["-s"]) => (0, "FreeBSD\n"),
        ("uname", ["-sr"]) => (0, $"{moment.Product.Kernel}\n"),
        ("freebsd-version", _) => (0, $"{moment.Product.Kernel.Replace("FreeBSD ", "", StringComparison.Ordinal)}\n"),
        ("sysctl", ["-n", "kern.disks"]) => (0, $"{string.Join(' ', moment.Present.Select(drive => drive.Name).Reverse())}\n"),
        ("sysctl", ["-n", "kern.geom.debugflags"]) => (0, "0\n"),
        ("sysctl", ["-n", "kern.geom.confxml"]) => (0, Mesh(moment)),
        ("diskinfo", ["-s", var node]) => Of(node, moment, drive => $"{drive.Serial}\n"),
        ("diskinfo", [var node]) => Of(node, moment, drive => string.Create(
            CultureInfo.InvariantCulture, $"{node}\t{drive.Model.LogicalBlockBytes}\t{drive.SizeBytes ?? 0}\t{(drive.SizeBytes ?? 0) / drive.Model.LogicalBlockBytes}\t0\t0\t4\t255\t63\n")),
        ("swapinfo", _) => (0, $"Device          1K-blocks     Used    Avail Capacity\n{string.Concat(moment.Present.Where(drive => drive.Case is DriveCase.Swap).Select(drive => $"/dev/{drive.Name}p1   2097152        0  2097152     0%\n"))}"),
        ("mount", ["-p"]) => (0, "boot-pool/ROOT/default\t/\t\t\tzfs\trw,noatime,nfsv4acls\t0 0\ndevfs\t\t\t/dev\t\t\tdevfs\trw\t\t0 0\n"),
        ("mdconfig", _) => (0, ""),
        ("fstyp", ["-u", var node]) => (1, $"fstyp: {node}: filesystem not recognized\n"),
        ("file", ["-b", "-s", var node]) => (0, IsPartitioned(node, moment) ? "DOS/MBR boot sector; partition 1\n" : "data\n"),
        ("sysctl", _) => (1, $"sysctl: unknown oid '{string.Join(' ', arguments)}'\n"),
        _ => null,
    };

    private static (int Exit, string Output) Of(string node, BoxMoment moment, Func<Drive, string> say) =>
        moment.Find(NameIn(node)) is { } drive ? (0, say(drive)) : (1, $"diskinfo: {node}: No such file or directory\n");

    private static bool IsPartitioned(string node, BoxMoment moment) => moment.Find(NameIn(node)) is { } drive && !PartitionTable.Of(drive, moment).IsEmpty;

    private static string NameIn(string node) => node.Replace("/dev/", "", StringComparison.Ordinal);

    /// <summary>Disks, their partitions, the labels of those, and the pools that hold them.</summary>
    private static string Mesh(BoxMoment moment)
    {
        var disks = new StringBuilder();
        var parts = new StringBuilder();
        var labels = new StringBuilder();
        var pools = new StringBuilder();

        foreach (var drive in moment.Present)
        {
            var isHeld = moment.PoolOf(drive) is { State: PoolState.Imported };
            disks.Append(DiskGeom(drive, moment, isHeld));
            var partitions = PartitionTable.Of(drive, moment);

            if (!partitions.IsEmpty)
            {
                parts.Append(Geom("PART", drive.Name, drive.Name, isHeld, "<scheme>GPT</scheme>", partitions.Select(partition => (partition.NameOn(drive.Name, isFreeBsd: true), TypeOf(partition.Type)))));
                labels.AppendJoin("", partitions.Select(partition => Geom(
                    "LABEL", partition.NameOn(drive.Name, isFreeBsd: true), partition.NameOn(drive.Name, isFreeBsd: true), isHeld, "", [($"gptid/{SerialNumbers.Uuid($"partition/{drive.Serial}/{drive.Slot}/{partition.Number}")}", "-")])));
            }

            if (isHeld)
            {
                pools.Append(Geom("ZFS::VDEV", $"zfs::vdev::{drive.Slot}", partitions.LastOrDefault()?.NameOn(drive.Name, isFreeBsd: true) ?? drive.Name, isHeld, "", []));
            }
        }

        return $"<mesh>\n{Class("DISK", disks)}{Class("PART", parts)}{Class("LABEL", labels)}{Class("ZFS::VDEV", pools)}</mesh>\n";
    }

    private static string Class(string name, StringBuilder geoms) => $"<class id=\"0xclass{name}\">\n<name>{name}</name>\n{geoms}</class>\n";

    private static string ModeOf(bool isHeld) => isHeld ? "r1w1e1" : "r0w0e0";

    private static string DiskGeom(Drive drive, BoxMoment moment, bool isHeld) => string.Create(CultureInfo.InvariantCulture, $"""
        <geom id="0xgeom{drive.Name}">
        <class ref="0xclassDISK"/>
        <name>{drive.Name}</name>
        <rank>1</rank>
        <config>
        </config>
        <provider id="0x{drive.Name}">
        <geom ref="0xgeom{drive.Name}"/>
        <mode>{ModeOf(isHeld)}</mode>
        <name>{drive.Name}</name>
        <mediasize>{drive.SizeBytes ?? 0}</mediasize>
        <sectorsize>{drive.Model.LogicalBlockBytes}</sectorsize>
        <config>
        <rotationrate>{DiskRow.RotationRate(drive, moment.Product)?.ToString() ?? "0"}</rotationrate>
        <ident>{drive.Serial}</ident>
        <lunid>{drive.Lunid}</lunid>
        <descr>{DiskRow.ModelName(drive, moment.Product)}</descr>
        </config>
        </provider>
        </geom>

        """);

    private static string Geom(string geomClass, string name, string on, bool isHeld, string config, IEnumerable<(string Name, string Type)> makes) => $"""
        <geom id="0x{geomClass}{name}">
        <class ref="0xclass{geomClass}"/>
        <name>{name}</name>
        <rank>2</rank>
        <config>
        {config}
        </config>
        <consumer id="0x{on}by{geomClass}">
        <geom ref="0x{geomClass}{name}"/>
        <provider ref="0x{on}"/>
        <mode>{ModeOf(isHeld)}</mode>
        </consumer>
        {string.Concat(makes.Select(made => $"<provider id=\"0x{made.Name}\">\n<geom ref=\"0x{geomClass}{name}\"/>\n<mode>{ModeOf(isHeld)}</mode>\n<name>{made.Name}</name>\n<config>\n<type>{made.Type}</type>\n</config>\n</provider>\n"))}</geom>

        """;

    private static string TypeOf(string guid) => guid switch
    {
        PartitionType.ZfsOnFreeBsd => "freebsd-zfs",
        PartitionType.SwapOnFreeBsd => "freebsd-swap",
        PartitionType.BiosBoot => "freebsd-boot",
        PartitionType.Efi => "efi",
        PartitionType.LinuxData => "linux-data",
        _ => $"!{guid}",
    };
}
