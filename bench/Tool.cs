using System.Diagnostics;

namespace Burnin.Bench;

/// <summary>A tool of this machine, run to its end, however long that takes.</summary>
internal static class Tool
{
    /// <returns>What it wrote to standard output, and how long it took.</returns>
    public static async Task<(string Output, double Seconds)> RunAsync(string name, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output, watch.Elapsed.TotalSeconds)
            : throw new InvalidOperationException($"{name} {string.Join(' ', arguments)}: exit {process.ExitCode}: {await errors}");
    }
}
