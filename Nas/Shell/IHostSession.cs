namespace Burnin.Nas.Shell;

/// <summary>
/// A script that stays and answers questions, one at a time. It lasts until it fails once: then it is dead, and another
/// has to be opened.
/// </summary>
internal interface IHostSession : IAsyncDisposable
{
    /// <summary>
    /// Sends one line and returns all that comes up to and with the line <c>end</c>. Cancelling leaves a question
    /// unanswered, so it kills the session. A failure is a <see cref="Domain.Nases.NasException"/>.
    /// </summary>
    Task<string> AskAsync(string line, CancellationToken cancellationToken);
}
