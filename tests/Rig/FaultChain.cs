using System.Globalization;

namespace Burnin.Rig;

/// <summary>
/// The two servers behind a faulty disk: nbdkit with our plugin, and nbdfuse, which shows its export as a file. They are
/// known by their pid files, so that a later run can take down what a killed one left.
/// </summary>
internal static class FaultChain
{
    private static readonly string[] Servers = ["nbdfuse", "nbdkit"];

    public static string ExportOf(RigFolder folder) => folder.File("mount/export");

    public static async Task BringUpAsync(RigFolder folder, long sizeBytes)
    {
        var plugin = await FaultPlugin.PathAsync();
        Directory.CreateDirectory(folder.File("mount"));
        // It goes into the background by itself once it listens. Not with -f: then it dies with whoever started it.
        await Command.RunAsync(
            "nbdkit", "-U", folder.File("socket"), "-P", folder.File("nbdkit.pid"), plugin, $"file={folder.File("disk")}",
            string.Create(CultureInfo.InvariantCulture, $"size={sizeBytes}"), $"faults={folder.File("faults")}",
            $"counters={folder.File("counters")}");
        await RaiseAsync(
            folder, "nbdfuse", () => File.Exists(ExportOf(folder)),
            "nbdfuse", "-P", folder.File("nbdfuse.pid"), ExportOf(folder), "--unix", folder.File("socket"));
    }

    /// <summary>In the order that cannot block: answer what hangs, let go of the loop, then the mount, then the servers.</summary>
    public static async Task TakeDownAsync(RigFolder folder)
    {
        if (!Directory.Exists(folder.File("mount")))
        {
            return;
        }

        await ReplaceFaultsAsync(folder, []);
        await LoopDevice.DetachAllAsync(folder);
        if ((await Command.TryRunAsync("umount", folder.File("mount"))).ExitCode != 0)
        {
            // Somebody holds the device open, or it was never mounted.
            await Command.TryRunAsync("umount", "--lazy", folder.File("mount"));
        }

        foreach (var server in Servers)
        {
            await EndAsync(folder, server);
        }
    }

    public static async Task ReplaceFaultsAsync(RigFolder folder, IEnumerable<string> lines)
    {
        await File.WriteAllLinesAsync(folder.File("faults.new"), lines);
        File.Move(folder.File("faults.new"), folder.File("faults"), overwrite: true);
    }

    /// <summary>Detached, with its own session and log: a Ctrl-C at the terminal must not pull a disk out under a test.</summary>
    private static async Task RaiseAsync(RigFolder folder, string server, Func<bool> isUp, params string[] commandLine)
    {
        var log = folder.File($"{server}.log");
        await Command.RunAsync(
            "sh", ["-c", "log=$1; shift; setsid \"$@\" </dev/null >\"$log\" 2>&1 &", "sh", log, .. commandLine]);
        try
        {
            await Eventually.TrueAsync(
                () => isUp() && ProcessIdOf(folder, server) is not null, $"{server} is up", TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException obstacle)
        {
            throw new InvalidOperationException($"{obstacle.Message} It said: {await File.ReadAllTextAsync(log)}", obstacle);
        }
    }

    private static async Task EndAsync(RigFolder folder, string server)
    {
        // A pid file alone is not enough to kill by: the number may belong to another process by now.
        if (ProcessIdOf(folder, server) is not { } processId || !Runs(processId, folder))
        {
            return;
        }

        await Command.SignalAsync(processId, "TERM");
        try
        {
            await Eventually.TrueAsync(() => !Runs(processId, folder), $"{server} ends", TimeSpan.FromSeconds(3));
        }
        catch (TimeoutException)
        {
            await Command.SignalAsync(processId, "KILL");
        }
    }

    private static bool Runs(int processId, RigFolder folder)
    {
        try
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/cmdline");

            return File.ReadAllText(path).Contains(folder.Root + "/", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int? ProcessIdOf(RigFolder folder, string server)
    {
        var file = folder.File($"{server}.pid");

        return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var processId)
            ? processId
            : null;
    }
}
