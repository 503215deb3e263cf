using System.Diagnostics;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>A file with one bad block of 4096 bytes: nbdkit makes it bad, and nbdfuse shows it as a file.</summary>
internal sealed class FaultyFile : IDisposable
{
    private readonly string folder;
    private readonly Process nbdfuse;
    private readonly int nbdkit;

    public FaultyFile(string folder, long bytes, BlockFault fault)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/nbdkit") && File.Exists("/usr/bin/nbdfuse"), "Needs nbdkit and nbdfuse.");
        this.folder = folder;
        var (data, socket) = ($"{folder}/data", $"{folder}/socket");
        using (var file = File.Create(data))
        {
            file.SetLength(bytes);
        }

        Directory.CreateDirectory($"{folder}/mount");
        var bad = fault.Block * 4096;
        var read = $"dd if={data} iflag=skip_bytes,count_bytes,fullblock skip=$4 count=$3 bs=1M status=none";
        var touches = $"[ $4 -le {bad} ] && [ $(($4 + $3)) -gt {bad} ]";
        var altered = $"{read} | {{ head -c $(({bad} - $4)); printf '\\001'; dd of=/dev/null bs=1 count=1 status=none; cat; }}; exit 0;";
        Tool.Start(
            "nbdkit", "-U", socket, "-P", $"{folder}/pid", "eval", $"get_size=echo {bytes}",
            $"pread={touches} && {{ {(fault.IsAltered ? altered : "echo EIO bad >&2; exit 1;")} }}; {read}",
            $"pwrite=dd of={data} oflag=seek_bytes seek=$4 bs=1M conv=notrunc status=none", "can_write=exit 0", "flush=exit 0", "can_flush=exit 0");

        // The file is there before its number is.
        var pid = 0;
        Wait(() => File.Exists($"{folder}/pid") && int.TryParse(File.ReadAllText($"{folder}/pid"), out pid) && File.Exists(socket));
        nbdkit = pid;
        nbdfuse = Process.Start(new ProcessStartInfo("nbdfuse", [$"{folder}/mount/disk", "--unix", socket]))!;
        Wait(() => File.Exists(Path));
    }

    public string Path => $"{folder}/mount/disk";

    public void Dispose()
    {
        // A look at all disks by another test may have it open for a moment.
        Wait(() => Tool.Succeeds("umount", $"{folder}/mount"));
        nbdfuse.WaitForExit();
        nbdfuse.Dispose();
        Tool.Signal("TERM", nbdkit);
    }

    private static void Wait(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(20)));
}
