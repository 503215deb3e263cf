using System.Globalization;
using System.Text;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Hosts;

/// <summary>
/// What a Linux host shows of its disks, as files: <c>/sys/block</c>, <c>/dev</c>, <c>/proc/swaps</c>. A disk is a sparse file of
/// its size, kept by slot, so that it stays the same whatever its name is.
/// </summary>
internal sealed class LinuxTree
{
    private const int SectorBytes = 512;

    private static readonly string[] HostNodes = ["null", "zero", "full", "random", "urandom", "tty"];

    private static readonly Dictionary<string, string> HostLinks = new()
    {
        ["fd"] = "/proc/self/fd",
        ["stdin"] = "/proc/self/fd/0",
        ["stdout"] = "/proc/self/fd/1",
        ["stderr"] = "/proc/self/fd/2",
    };

    private readonly string _root;
    private string _written = "";

    public LinuxTree(string root, Product product)
    {
        _root = root;

        foreach (var folder in (string[])["disks", "dev", "sys/block", "sys/module/zfs"])
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        foreach (var node in HostNodes)
        {
            File.WriteAllText(Path.Combine(root, "dev", node), "");
        }

        foreach (var (link, target) in HostLinks)
        {
            if (!Path.Exists(Path.Combine(root, "dev", link)))
            {
                File.CreateSymbolicLink(Path.Combine(root, "dev", link), target);
            }
        }

        File.WriteAllText(Path.Combine(root, "os-release"), $"NAME=\"TrueNAS\"\nID=truenas\nPRETTY_NAME=\"{product.Version}\"\n");
    }

    public void Write(BoxMoment moment)
    {
        var shape = string.Join('\n', moment.State.Drives.Select(drive => $"{drive.Slot} {drive.Name} {drive.IsInserted}"));

        if (shape != _written)
        {
            WriteDisks(moment);
            _written = shape;
        }

        foreach (var drive in moment.Present.Where(drive => drive.Model.HasKernelSensor))
        {
            WriteSensor(drive, moment);
        }
    }

    private static string Hex(string number) => string.Join(':', number.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture)));

    private static string NumberOf(Drive drive, int partition = 0)
    {
        var number = DeviceNames.Number(drive.Name, isFreeBsd: false);

        return string.Create(CultureInfo.InvariantCulture, $"{number / 256}:{(number % 256) + partition}");
    }

    private void WriteDisks(BoxMoment moment)
    {
        Clear(Path.Combine(_root, "sys", "block"));

        foreach (var node in Directory.GetFiles(Path.Combine(_root, "dev")).Where(node => !HostNodes.Contains(Path.GetFileName(node)) && !HostLinks.ContainsKey(Path.GetFileName(node))))
        {
            File.Delete(node);
        }

        var numbers = new StringBuilder();
        var swaps = new StringBuilder("Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n");

        foreach (var drive in moment.Present)
        {
            WriteDisk(drive, moment, numbers);

            if (drive.Case is DriveCase.Swap)
            {
                swaps.Append(CultureInfo.InvariantCulture, $"/dev/{drive.Name}1                               partition\t2097148\t\t0\t\t-2\n");
            }
        }

        File.WriteAllText(Path.Combine(_root, "numbers"), numbers.ToString());
        File.WriteAllText(Path.Combine(_root, "swaps"), swaps.ToString());
    }

    private void WriteDisk(Drive drive, BoxMoment moment, StringBuilder numbers)
    {
        var block = Path.Combine(_root, "sys", "block", drive.Name);
        var isNvme = drive.Model.Protocol is DriveProtocol.Nvme;
        Put($"{block}/dev", NumberOf(drive));
        Put($"{block}/size", ((drive.SizeBytes ?? 0) / SectorBytes).ToString(CultureInfo.InvariantCulture));
        Put($"{block}/inflight", "       0        0");
        Put($"{block}/queue/rotational", drive.Model.IsFlash ? "0" : "1");
        Put($"{block}/device/model", isNvme ? drive.Model.Name : drive.Model.Name.PadRight(16)[..16]);
        Directory.CreateDirectory($"{block}/holders");

        if (isNvme)
        {
            Put($"{block}/device/serial", drive.Serial);
            Put($"{block}/wwid", $"eui.{drive.Lunid}");
        }
        else
        {
            if (drive.Serial.Length > 0)
            {
                File.WriteAllBytes($"{block}/device/vpd_pg80", [0, 0x80, 0, (byte)drive.Serial.Length, .. Encoding.ASCII.GetBytes(drive.Serial)]);
            }

            Put($"{block}/device/wwid", drive.Lunid is null ? "" : $"naa.{drive.Lunid}");
        }

        foreach (var partition in PartitionTable.Of(drive, moment))
        {
            var name = partition.NameOn(drive.Name, isFreeBsd: false);
            Put($"{block}/{name}/partition", partition.Number.ToString(CultureInfo.InvariantCulture));
            Put($"{block}/{name}/dev", NumberOf(drive, partition.Number));
            Put($"{block}/{name}/size", (partition.Size / SectorBytes).ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory($"{block}/{name}/holders");
            File.WriteAllText(Path.Combine(_root, "dev", name), "");
        }

        var image = Path.Combine(_root, "disks", $"slot-{drive.Slot}");
        DiskImage.Ensure(image, drive, moment);
        File.CreateSymbolicLink(Path.Combine(_root, "dev", drive.Name), image);
        numbers.Append(CultureInfo.InvariantCulture, $"slot-{drive.Slot} {Hex(NumberOf(drive))}\n");
    }

    /// <summary>Whole or not at all, for somebody may read just then.</summary>
    private void WriteSensor(Drive drive, BoxMoment moment)
    {
        var sensor = Path.Combine(_root, "sys", "block", drive.Name, "device", "hwmon", "hwmon0", "temp1_input");

        if (moment.CelsiusOf(drive) is { } celsius)
        {
            Put($"{sensor}.new", string.Create(CultureInfo.InvariantCulture, $"{celsius * 1000}"));
            File.Move($"{sensor}.new", sensor, overwrite: true);
        }
    }

    private static void Put(string path, string line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, line + "\n");
    }

    private static void Clear(string folder)
    {
        foreach (var entry in Directory.GetDirectories(folder))
        {
            Directory.Delete(entry, recursive: true);
        }
    }
}
