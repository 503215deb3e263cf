using System.Diagnostics;
using Burnin.Domain.Nases;

namespace Burnin.Nas.Shell;

/// <summary>A shell of this machine that was started and is talked to.</summary>
internal sealed class LocalChannel(Process process, Task<string> errors) : IShellChannel
{
    private static readonly TimeSpan LastWordsLimit = TimeSpan.FromSeconds(2);

    private int _isClosed;

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    public async Task<NasException> ExplainAsync(Exception failure)
    {
        if (failure is NasException known)
        {
            return known;
        }

        await ((Task)errors).WaitAsync(LastWordsLimit, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var said = errors.IsCompletedSuccessfully ? (await errors).Trim() : "";
        return new NasException(NasFault.Unreachable, $"The shell of this machine broke off: {(said.Length > 0 ? said : failure.Message)}", failure);
    }

    public void Suspect()
    {
        // There is nothing between us that could hang.
    }

    /// <summary>The end of its input ends the shell; what it has in hand is a look, which may be cut short.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            process.Kill();
            process.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}
