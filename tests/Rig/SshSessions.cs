using System.Globalization;

namespace Burnin.Rig;

/// <summary>The processes that sshd forked for its connections, and nobody else's.</summary>
internal static class SshSessions
{
    /// <summary>Sends the signal to every sshd process beneath the listener; what they run for their clients is left alone.</summary>
    public static async Task SignalAsync(int listener, string signal, CancellationToken cancellationToken)
    {
        var sessions = Below(listener);
        if (sessions.Count > 0)
        {
            // A session that ended just now is no fault.
            var pids = string.Join(' ', sessions.Select(pid => pid.ToString(CultureInfo.InvariantCulture)));
            await SshCommandLine.RunAsync("/bin/sh", ["-c", $"kill -{signal} {pids} 2>/dev/null || true"], cancellationToken);
        }
    }

    public static IReadOnlyList<int> Below(int listener)
    {
        var children = AllProcesses().Where(process => process.Name.StartsWith("sshd", StringComparison.Ordinal))
            .ToLookup(process => process.Parent, process => process.Pid);

        List<int> found = [.. children[listener]];
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(children[found[next]]);
        }

        return found;
    }

    private static IEnumerable<(int Pid, int Parent, string Name)> AllProcesses()
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var pid) && Stat(directory) is { } stat)
            {
                // pid (name) state parent ...: the name may hold blanks and brackets of its own.
                var nameEnd = stat.LastIndexOf(')');
                var parent = stat[(nameEnd + 2)..].Split(' ')[1];
                yield return (pid, int.Parse(parent, CultureInfo.InvariantCulture), stat[(stat.IndexOf('(') + 1)..nameEnd]);
            }
        }
    }

    private static string? Stat(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, "stat"));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
