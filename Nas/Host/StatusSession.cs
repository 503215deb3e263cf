using Burnin.Domain.Nases;
using Burnin.Nas.Shell;

namespace Burnin.Nas.Host;

/// <summary>
/// Looks at surface runs over a session, so that the programme is sent once and not every second. Opened when it is first
/// needed and again after a failure; one look at a time.
/// </summary>
/// <param name="shell">Is told when a look takes too long, and finds out whether the host still answers.</param>
/// <param name="connection">Says where the runs are.</param>
/// <param name="limit">For one look, opening included.</param>
/// <param name="clock">Counts the limit.</param>
internal sealed class StatusSession(IHostShell shell, NasConnection connection, TimeSpan limit, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private IHostSession? _session;

    /// <param name="seen">Words <c>RUN:SEEN</c>.</param>
    /// <param name="cancellationToken">Ends the session as well.</param>
    /// <exception cref="NasException">The session is gone; the next look opens another.</exception>
    public async Task<HostAnswer> AskAsync(IEnumerable<string> seen, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        await _turn.WaitAsync(cancellationToken);
        var session = _session;
        _session = null;
        try
        {
            session ??= await shell.OpenAsync(HostProgramme.Text("follow", connection.RunDirectory), either.Token);
            var answer = await session.AskAsync(string.Join(' ', seen), either.Token);
            _session = session;
            return HostAnswer.Read(new ShellAnswer(0, answer, ""));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NasException(
                NasFault.Unreachable, $"{connection.Name} did not say how its runs are within {limit.TotalSeconds:0.#} seconds.", exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Nothing is watched: the session is let go.</summary>
    public async Task RestAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await (_session?.DisposeAsync() ?? ValueTask.CompletedTask);
            _session = null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync() => await RestAsync();
}
