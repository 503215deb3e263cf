namespace Burnin.Rig;

/// <summary>One attached loop device, known by its name and by the file behind it.</summary>
internal sealed class LoopDevice
{
    private LoopDevice(string path) => Path = path;

    public string Path { get; }

    /// <summary>Without direct I/O a page cache answers in place of the disk, and injected faults are not seen.</summary>
    public bool IsDirect => ReadAttribute(Path, "dio") == "1";

    public static async Task<LoopDevice> AttachAsync(string file)
    {
        var (exitCode, output, errors) =
            await Command.TryRunAsync("losetup", "--find", "--show", "--direct-io=on", file);
        if (exitCode != 0)
        {
            // Some backings (tmpfs) refuse direct I/O.
            (exitCode, output, errors) = await Command.TryRunAsync("losetup", "--find", "--show", file);
        }

        return exitCode == 0
            ? new LoopDevice(output.Trim())
            : throw new InvalidOperationException($"losetup could not attach {file}: {errors}");
    }

    /// <summary>Detaches what is backed by a file in this folder, and no other device.</summary>
    public static async Task DetachAllAsync(RigFolder folder)
    {
        // The folder's own name is unique; the way to it may be told differently by the kernel (links).
        var mark = $"/{System.IO.Path.GetFileName(folder.Root)}/";
        foreach (var block in Directory.EnumerateDirectories("/sys/block", "loop*"))
        {
            var device = "/dev/" + System.IO.Path.GetFileName(block);
            if (ReadAttribute(device, "backing_file")?.Contains(mark, StringComparison.Ordinal) == true)
            {
                await Command.TryRunAsync("losetup", "--detach", device);
            }
        }
    }

    private static string? ReadAttribute(string device, string name)
    {
        try
        {
            return File.ReadAllText($"/sys/block/{System.IO.Path.GetFileName(device)}/loop/{name}").TrimEnd('\n');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
