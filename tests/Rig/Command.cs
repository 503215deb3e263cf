using System.Diagnostics;

namespace Burnin.Rig;

/// <summary>One programme run to its end, with its standard input closed.</summary>
internal static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // An ordinary user's PATH lacks the sbin folders, where losetup and sshd live.
    private static readonly string[] Folders =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/local/sbin", "/usr/sbin", "/sbin"];

    public static string? Find(string name) =>
        Folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>What it wrote to standard output; anything but exit code 0 is an exception that carries what it said.</summary>
    public static async Task<string> RunAsync(string name, params string[] arguments)
    {
        var (exitCode, output, errors) = await TryRunAsync(name, arguments);

        return exitCode == 0
            ? output
            : throw new InvalidOperationException($"{name} {string.Join(' ', arguments)}: exit {exitCode}: {errors}{output}");
    }

    public static async Task<(int ExitCode, string Output, string Errors)> TryRunAsync(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Find(name) ?? name, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);

            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"{name} {string.Join(' ', arguments)} did not end within {Limit.TotalSeconds} s.");
        }
    }

    /// <summary>Sends a signal to exactly this process; false where it is gone already.</summary>
    public static async Task<bool> SignalAsync(int processId, string signal) =>
        (await TryRunAsync("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, processId.ToString(null, null))).ExitCode == 0;
}
