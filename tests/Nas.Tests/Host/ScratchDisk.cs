using System.Globalization;
using System.Security.Cryptography;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>A loop device with direct I/O, gone with the test: over a sparse file, or over a disk with faults.</summary>
internal sealed class ScratchDisk : IAsyncDisposable
{
    private readonly string file;
    private readonly FaultyDisk? faulty;

    /// <param name="folder">Where its file is.</param>
    /// <param name="bytes">Its capacity.</param>
    public ScratchDisk(string folder, long bytes)
    {
        Assert.SkipUnless(Prerequisites.Missing(Prerequisites.ForLoopDisks) is null, Prerequisites.Missing(Prerequisites.ForLoopDisks) ?? "");
        file = Path.Combine(folder, $"disk-{Guid.NewGuid():N}");
        using (var disk = File.Create(file))
        {
            disk.SetLength(bytes);
        }

        SeenAs = Node = Tool.Run("losetup", "-f", "--show", "--direct-io=on", file);
        SizeBytes = bytes;
    }

    public ScratchDisk(FaultyDisk faulty, long bytes)
    {
        this.faulty = faulty;
        file = faulty.Content.FilePath;
        SeenAs = Node = faulty.DevicePath;
        SizeBytes = bytes;
    }

    public string Node { get; private set; }

    public string Name => Path.GetFileName(SeenAs);

    /// <summary>The node that the host programme sees.</summary>
    public string SeenAs { get; set; }

    public long SizeBytes { get; }

    /// <summary>An MBR with one Linux partition.</summary>
    public void WritePartitionTable()
    {
        var table = new byte[512];
        byte[] entry = [0x00, 0x20, 0x21, 0x00, 0x83, 0x20, 0x22, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x10, 0x00, 0x00];
        entry.CopyTo(table, 446);
        (table[510], table[511]) = (0x55, 0xaa);
        WriteAt(0, table);
    }

    /// <summary>By dd, since a FileStream locks what it opens, and the run holds that lock.</summary>
    public void WriteAt(long offset, ReadOnlySpan<byte> bytes)
    {
        var source = $"{file}.written";
        File.WriteAllBytes(source, bytes);
        Tool.Run("dd", $"if={source}", $"of={Node}", "oflag=seek_bytes", $"seek={offset}", "conv=notrunc,fsync", "status=none");
        File.Delete(source);
    }

    /// <summary>The same medium under another name, as after a reboot.</summary>
    public void Rename()
    {
        var backing = Tool.Run("losetup", "-n", "-O", "BACK-FILE", Node);
        var former = Node;

        // Before the old name is given back, which somebody else on this machine may take at once.
        SeenAs = Node = Tool.Run("losetup", "-f", "--show", "--direct-io=on", backing);
        Tool.Run("losetup", "-d", former);
    }

    /// <summary>Nothing is left of it, and every read and write fails.</summary>
    public void Vanish()
    {
        using (var disk = File.Open(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            disk.SetLength(0);
        }

        Tool.Run("losetup", "-c", Node);
    }

    public string ContentHash()
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexString(SHA256.HashData(stream));
    }

    public bool IsFilledWith(byte value)
    {
        using var stream = File.OpenRead(file);
        var buffer = new byte[1 << 20];
        while (stream.Read(buffer) is > 0 and var count)
        {
            if (buffer.AsSpan(0, count).IndexOfAnyExcept(value) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Pids of the tools that have this disk in hand.</summary>
    public List<int> Writers()
    {
        var writers = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            try
            {
                var words = int.TryParse(Path.GetFileName(folder), out _) ? File.ReadAllText($"{folder}/cmdline").Split('\0') : [""];
                if (Path.GetFileName(words[0]) is "badblocks" or "fio" && words.Any(word => word == SeenAs || word == $"--filename={SeenAs}"))
                {
                    writers.Add(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
            }
        }

        return writers;
    }

    public async ValueTask DisposeAsync()
    {
        if (faulty is not null)
        {
            await faulty.DisposeAsync();
            return;
        }

        Tool.Run("losetup", "-d", Node);
        File.Delete(file);
    }
}
