namespace Burnin.Nas.Shell;

/// <summary>
/// One host, by whatever way it is reached. Everything goes through <c>/bin/sh -s</c> with the text on standard input:
/// login shells differ, and no file has to be brought over.
/// </summary>
internal interface IHostShell : IAsyncDisposable
{
    /// <summary>SHA256 fingerprint of the host key that was last shown, as <c>SHA256:...</c>; null where there is none.</summary>
    string? HostKey { get; }

    /// <summary>
    /// Runs the text and returns when it has ended. An exit code is an answer, not a failure; a failure is a
    /// <see cref="Domain.Nases.NasException"/>. Never blocks the calling thread.
    /// </summary>
    Task<ShellAnswer> RunAsync(string script, CancellationToken cancellationToken);

    /// <summary>
    /// Starts a script that stays: one that says <c>ready</c> on a line of its own, then reads questions, and ends when
    /// there are no more. A failure is a <see cref="Domain.Nases.NasException"/>.
    /// </summary>
    Task<IHostSession> OpenAsync(string script, CancellationToken cancellationToken);
}
