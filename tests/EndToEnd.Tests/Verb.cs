using System.Diagnostics;
using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>Burnin called for one answer, as from a shell.</summary>
internal static class Verb
{
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string[] words, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [BuiltAssembly.Silo(), .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
