using System.Collections.Concurrent;
using Burnin.Nas.Shell;

namespace Burnin.Nas.Tests.Shell;

/// <summary>Another shell, and a record of all that is sent to it.</summary>
internal sealed class RecordingShell(IHostShell inner) : IHostShell
{
    public ConcurrentQueue<string> Scripts { get; } = [];

    public ConcurrentQueue<string> Sessions { get; } = [];

    public ConcurrentQueue<string> Questions { get; } = [];

    public int OpenSessions;

    public string? HostKey => inner.HostKey;

    public Task<ShellAnswer> RunAsync(string script, CancellationToken cancellationToken)
    {
        Scripts.Enqueue(script);
        return inner.RunAsync(script, cancellationToken);
    }

    public async Task<IHostSession> OpenAsync(string script, CancellationToken cancellationToken)
    {
        Sessions.Enqueue(script);
        var session = await inner.OpenAsync(script, cancellationToken);
        Interlocked.Increment(ref OpenSessions);
        return new RecordedSession(session, this);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class RecordedSession(IHostSession session, RecordingShell record) : IHostSession
    {
        public Task<string> AskAsync(string line, CancellationToken cancellationToken)
        {
            record.Questions.Enqueue(line);
            return session.AskAsync(line, cancellationToken);
        }

        public ValueTask DisposeAsync()
        {
            Interlocked.Decrement(ref record.OpenSessions);
            return session.DisposeAsync();
        }
    }
}
