using System.Globalization;
using System.Text;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Hosts;

/// <summary>What a Linux host shows of its disks: <c>/sys/block</c>, <c>/dev</c>, <c>/proc/swaps</c>, and what product it is.</summary>
internal sealed class LinuxTree : IHostTree
{
    private const int SectorBytes = 512;
    private const int ModelLength = 16;

    private readonly string _root;
    private readonly DeviceFolder _devices;
    private readonly Dictionary<string, int> _sensed = [];
    private string _written = "";

    public LinuxTree(string root, Product product)
    {
        _root = root;
        _devices = new DeviceFolder(root);
        Directory.CreateDirectory(Path.Combine(root, "sys", "block"));
        Directory.CreateDirectory(Path.Combine(root, "sys", "module", "zfs"));
        File.WriteAllText(Path.Combine(root, "os-release"), $"NAME=\"TrueNAS\"\nID=truenas\nPRETTY_NAME=\"{product.Version}\"\n");
    }

    public void Write(BoxMoment moment)
    {
        var shape = DeviceFolder.ShapeOf(moment);

        if (shape != _written)
        {
            _devices.Write(moment, drive => Hex(NumberOf(drive)));
            WriteBlocks(moment);
            _written = shape;
        }

        foreach (var drive in moment.Present.Where(drive => drive.Model.HasKernelSensor))
        {
            WriteSensor(drive, moment);
        }
    }

    private static string Hex(string number) =>
        string.Join(':', number.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture).ToString("x", CultureInfo.InvariantCulture)));

    private static string NumberOf(Drive drive, int partition = 0)
    {
        var number = DeviceNames.Number(drive.Name, isFreeBsd: false);

        return string.Create(CultureInfo.InvariantCulture, $"{number / 256}:{(number % 256) + partition}");
    }

    private static void Put(string path, string line)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, line + "\n");
    }

    private void WriteBlocks(BoxMoment moment)
    {
        foreach (var entry in Directory.GetDirectories(Path.Combine(_root, "sys", "block")))
        {
            Directory.Delete(entry, recursive: true);
        }

        var swaps = new StringBuilder("Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n");

        foreach (var drive in moment.Present)
        {
            WriteBlock(drive, moment);

            if (drive.Case is DriveCase.Swap)
            {
                swaps.Append(CultureInfo.InvariantCulture, $"/dev/{drive.Name}1                               partition\t2097148\t\t0\t\t-2\n");
            }
        }

        File.WriteAllText(Path.Combine(_root, "swaps"), swaps.ToString());
    }

    private void WriteBlock(Drive drive, BoxMoment moment)
    {
        var block = Path.Combine(_root, "sys", "block", drive.Name);
        var isNvme = drive.Model.Protocol is DriveProtocol.Nvme;
        Put($"{block}/dev", NumberOf(drive));
        Put($"{block}/size", ((drive.SizeBytes ?? 0) / SectorBytes).ToString(CultureInfo.InvariantCulture));
        Put($"{block}/inflight", "       0        0");
        Put($"{block}/queue/rotational", drive.Model.IsFlash ? "0" : "1");
        Put($"{block}/device/model", isNvme ? drive.Model.Name : drive.Model.Name.PadRight(ModelLength)[..ModelLength]);
        Directory.CreateDirectory($"{block}/holders");

        if (isNvme)
        {
            Put($"{block}/device/serial", drive.Serial);
            Put($"{block}/wwid", $"eui.{drive.Lunid}");
        }
        else
        {
            Put($"{block}/device/wwid", drive.Lunid is null ? "" : $"naa.{drive.Lunid}");

            if (drive.Serial.Length > 0)
            {
                File.WriteAllBytes($"{block}/device/vpd_pg80", [0, 0x80, 0, (byte)drive.Serial.Length, .. Encoding.ASCII.GetBytes(drive.Serial)]);
            }
        }

        foreach (var partition in PartitionTable.Of(drive, moment))
        {
            var name = partition.NameOn(drive.Name, isFreeBsd: false);
            Put($"{block}/{name}/partition", partition.Number.ToString(CultureInfo.InvariantCulture));
            Put($"{block}/{name}/dev", NumberOf(drive, partition.Number));
            Put($"{block}/{name}/size", (partition.Size / SectorBytes).ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory($"{block}/{name}/holders");
        }
    }

    /// <summary>Whole or not at all, for somebody may read just then.</summary>
    private void WriteSensor(Drive drive, BoxMoment moment)
    {
        var sensor = Path.Combine(_root, "sys", "block", drive.Name, "device", "hwmon", "hwmon0", "temp1_input");

        if (moment.CelsiusOf(drive) is { } celsius && (_sensed.GetValueOrDefault(drive.Name) != celsius || !File.Exists(sensor)))
        {
            _sensed[drive.Name] = celsius;
            Put($"{sensor}.new", string.Create(CultureInfo.InvariantCulture, $"{celsius * 1000}"));
            File.Move($"{sensor}.new", sensor, overwrite: true);
        }
    }
}
