using Burnin.Domain.Nases;
using Burnin.Nas.Shell;
using Renci.SshNet;

namespace Burnin.Nas.Ssh;

/// <summary>A shell at the host that stays, on a channel of its own.</summary>
internal sealed class SshChannel : IShellChannel
{
    private static readonly TimeSpan LastWordsLimit = TimeSpan.FromSeconds(2);

    private readonly SshCommand _command;
    private readonly Task _ended;
    private readonly Action _suspect;
    private readonly Action _closed;
    private readonly string _user;
    private readonly string _place;
    private int _isClosed;

    /// <param name="command">Runs already.</param>
    /// <param name="ended">When the shell has ended, or the connection.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="endpoint">For the messages.</param>
    /// <param name="suspect">Called when an answer did not come.</param>
    /// <param name="closed">Called once, when the channel is closed.</param>
    public SshChannel(SshCommand command, Task ended, Stream input, SshEndpoint endpoint, Action suspect, Action closed)
    {
        (_command, _ended, Input, _suspect, _closed) = (command, ended, input, suspect, closed);
        (_user, _place) = (endpoint.User, $"{endpoint.Host}:{endpoint.Port}");

        // A connection that breaks closes no stream: without this a reader would wait for ever.
        _ = ended.ContinueWith(_ => Close(), CancellationToken.None, TaskContinuationOptions.NotOnRanToCompletion, TaskScheduler.Default);
    }

    public Stream Input { get; }

    public Stream Output => _command.OutputStream;

    public async Task<NasException> ExplainAsync(Exception failure)
    {
        await _ended.WaitAsync(LastWordsLimit, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (failure is NasException || !_ended.IsCompletedSuccessfully)
        {
            return SshFailures.WhileRunning(_place, failure is NasException ? failure : _ended.Exception?.InnerException ?? failure);
        }

        var answer = new ShellAnswer(_command.ExitStatus ?? -1, "", _command.Error);
        return Sudo.RefusalIn(answer, _user, _place) ?? new NasException(
            NasFault.Unreachable, $"The shell at {_place} ended by itself (exit {answer.ExitCode}): {answer.Errors.Trim()}", failure);
    }

    public void Suspect() => _suspect();

    public ValueTask DisposeAsync()
    {
        _ = Task.Run(Close);
        return ValueTask.CompletedTask;
    }

    /// <summary>May block where nobody answers.</summary>
    private void Close()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1)
        {
            return;
        }

        try
        {
            _command.Dispose();
        }
        catch (Exception)
        {
            // It was broken already, and nobody is left to care.
        }
        finally
        {
            _closed();
        }
    }
}
