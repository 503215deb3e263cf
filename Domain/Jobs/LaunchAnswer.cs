using System.Collections.Immutable;
using Burnin.Domain.Drives;

namespace Burnin.Domain.Jobs;

/// <summary>What became of an order to start a run.</summary>
public abstract record LaunchAnswer
{
    private LaunchAnswer()
    {
    }

    /// <summary>It runs, or has run to its end: started now, or found. Handle: the NAS' own name of it.</summary>
    public sealed record Running(string Handle) : LaunchAnswer;

    /// <summary>The host refused, and wrote nothing.</summary>
    public sealed record Refused(ImmutableArray<InUseFact> Facts) : LaunchAnswer;

    /// <summary>This NAS has no way to run such a stage.</summary>
    public sealed record Impossible(string Why) : LaunchAnswer;
}
