namespace Burnin.Domain.Jobs;

/// <summary>What was seen of a run at one moment.</summary>
public abstract record RunSnapshot
{
    private RunSnapshot()
    {
    }

    public sealed record Running(RunProgress Progress) : RunSnapshot;

    public sealed record Ended(RunResult Result) : RunSnapshot;

    /// <summary>The NAS answers, but the process is gone and left no result: order it again, it goes on where it can.</summary>
    public sealed record Lost(string Why) : RunSnapshot;

    /// <summary>The NAS did not answer: nothing is known, and nothing may be concluded.</summary>
    public sealed record Unseen(string Why) : RunSnapshot;
}
