using System.Diagnostics;

namespace Burnin.Rig;

/// <summary>One small tool, run to its end.</summary>
internal static class SshCommandLine
{
    /// <exception cref="InvalidOperationException">The tool did not end well; the message has its own words.</exception>
    public static async Task<string> RunAsync(string file, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {await errors}");
    }
}
