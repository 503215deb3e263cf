using System.ComponentModel;
using System.Diagnostics;
using Burnin.Domain.Nases;

namespace Burnin.Nas.Shell;

/// <summary>The machine that Burnin itself runs on.</summary>
internal sealed class LocalShell : IHostShell
{
    private const int MaxOutputCharacters = 16 << 20;

    private readonly string file;
    private readonly string[] arguments;

    public LocalShell()
        : this("/bin/sh", "-s")
    {
    }

    /// <summary>With another shell, to prove that the programme needs no special one.</summary>
    internal LocalShell(string file, params string[] arguments) => (this.file, this.arguments) = (file, arguments);

    public string? HostKey => null;

    public async Task<ShellAnswer> RunAsync(string script, CancellationToken cancellationToken)
    {
        using var process = Start();
        try
        {
            var output = ReadAsync(process.StandardOutput, cancellationToken);
            var errors = ReadAsync(process.StandardError, cancellationToken);
            await WriteAsync(process, script, cancellationToken);
            var answer = (Output: await output, Errors: await errors);
            await process.WaitForExitAsync(cancellationToken);
            return new ShellAnswer(process.ExitCode, answer.Output, answer.Errors);
        }
        catch (Exception exception) when (exception is OperationCanceledException or NasException)
        {
            // The shell alone, never its tree: a detached runner is still its child for a moment.
            process.Kill();
            throw;
        }
    }

    public Task<IHostSession> OpenAsync(string script, CancellationToken cancellationToken)
    {
        var process = Start();
        return HostSession.OpenAsync(new LocalChannel(process, ReadAsync(process.StandardError, CancellationToken.None)), script, cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Process Start()
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        try
        {
            return Process.Start(start) ?? throw new NasException(NasFault.NotSupported, $"{file} did not start.");
        }
        catch (Exception exception) when (exception is Win32Exception or PlatformNotSupportedException)
        {
            throw new NasException(NasFault.NotSupported, $"{file} cannot be started on this machine: {exception.Message}", exception);
        }
    }

    private static async Task WriteAsync(Process process, string script, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(script.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The shell ended before it had read all: its answer says why.
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var text = new System.Text.StringBuilder();
        var buffer = new char[8192];
        while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (text.Append(buffer, 0, count).Length > MaxOutputCharacters)
            {
                throw new NasException(NasFault.UnexpectedAnswer, "The answer is longer than any answer can be.");
            }
        }

        return text.ToString();
    }
}
