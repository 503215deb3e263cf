using System.Diagnostics;

namespace Burnin.Nas.Tests.Host;

/// <summary>Runs a command of this machine to its end.</summary>
internal static class Tool
{
    public static string Run(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)}: exit {process.ExitCode}: {errors}");
    }

    public static void Signal(string signal, int pid) => Run("/bin/kill", $"-{signal}", $"{pid}");

    public static bool Succeeds(string file, params string[] arguments)
    {
        try
        {
            Run(file, arguments);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>For commands that go on in the background: their output would be waited for.</summary>
    public static void Start(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file}: exit {process.ExitCode}");
        }
    }
}
