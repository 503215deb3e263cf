using Burnin.Domain.Nases;

namespace Burnin.Nas.Shell;

/// <summary>A shell that runs, with both of its ends. Disposing it returns at once and closes both.</summary>
internal interface IShellChannel : IAsyncDisposable
{
    Stream Input { get; }

    Stream Output { get; }

    /// <summary>Why it broke, in our words: where the shell ended by itself, what it said comes before what we ran into.</summary>
    Task<NasException> ExplainAsync(Exception failure);

    /// <summary>An answer did not come: perhaps it is not the script that is slow, but nobody who hears it.</summary>
    void Suspect();
}
