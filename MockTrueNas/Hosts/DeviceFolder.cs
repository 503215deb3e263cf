using System.Globalization;
using System.Text;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Hosts;

/// <summary>
/// <c>/dev</c> of a pretended host. A disk is a sparse file of its size, kept by slot, so that it stays the same whatever its name
/// is; the name is a link to it, and its device number stands in a list beside.
/// </summary>
internal sealed class DeviceFolder
{
    /// <summary>Those of the real machine, over which they are laid when the host is entered.</summary>
    private static readonly string[] HostNodes = ["null", "zero", "full", "random", "urandom", "tty"];

    private static readonly Dictionary<string, string> HostLinks = new()
    {
        ["fd"] = "/proc/self/fd",
        ["stdin"] = "/proc/self/fd/0",
        ["stdout"] = "/proc/self/fd/1",
        ["stderr"] = "/proc/self/fd/2",
    };

    private readonly string _root;

    public DeviceFolder(string root)
    {
        _root = root;
        Directory.CreateDirectory(Path.Combine(root, "disks"));
        Directory.CreateDirectory(Path.Combine(root, "dev"));

        foreach (var node in HostNodes)
        {
            File.WriteAllText(Path.Combine(root, "dev", node), "");
        }

        foreach (var (link, target) in HostLinks.Where(link => !Path.Exists(Path.Combine(root, "dev", link.Key))))
        {
            File.CreateSymbolicLink(Path.Combine(root, "dev", link), target);
        }
    }

    /// <param name="moment">Now.</param>
    /// <param name="numberOf">What the system's own <c>stat</c> says of a disk.</param>
    public void Write(BoxMoment moment, Func<Drive, string> numberOf)
    {
        foreach (var node in Directory.GetFiles(Path.Combine(_root, "dev")).Where(node => !HostNodes.Contains(Path.GetFileName(node)) && !HostLinks.ContainsKey(Path.GetFileName(node))))
        {
            File.Delete(node);
        }

        var numbers = new StringBuilder();

        foreach (var drive in moment.Present)
        {
            var image = Path.Combine(_root, "disks", $"slot-{drive.Slot}");
            DiskImage.Ensure(image, drive, moment);
            File.CreateSymbolicLink(Path.Combine(_root, "dev", drive.Name), image);

            // Of NVMe smartctl wants the controller.
            if (drive.Model.Protocol is DriveProtocol.Nvme)
            {
                File.WriteAllText(Path.Combine(_root, "dev", DeviceNames.Controller(drive.Name)), "");
            }

            numbers.Append(CultureInfo.InvariantCulture, $"slot-{drive.Slot} {numberOf(drive)}\n");

            foreach (var partition in PartitionTable.Of(drive, moment))
            {
                File.WriteAllText(Path.Combine(_root, "dev", partition.NameOn(drive.Name, moment.Product.IsCore)), "");
            }
        }

        File.WriteAllText(Path.Combine(_root, "numbers"), numbers.ToString());
    }

    /// <summary>Says by what it shows whether it has to be written again.</summary>
    public static string ShapeOf(BoxMoment moment) => string.Join('\n', moment.State.Drives.Select(drive => $"{drive.Slot} {drive.Name} {drive.IsInserted}"));
}
