using System.Collections.Immutable;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Jobs;

/// <summary>What happened to a job. Durable ones are stored before anything follows from them.</summary>
public abstract record JobEvent
{
    private JobEvent()
    {
    }

    public virtual bool IsDurable => true;

    public sealed record EpochTaken(long Epoch) : JobEvent;

    public sealed record LeaseGranted(DateTimeOffset At) : JobEvent;

    public sealed record Waiting(int QueuePosition) : JobEvent
    {
        public override bool IsDurable => false;
    }

    /// <summary>RunId is null for examinations: they leave nothing on the host.</summary>
    public sealed record StageBegun(int Index, string? RunId, DateTimeOffset At) : JobEvent;

    public sealed record BaselineTaken(SmartSnapshot Smart) : JobEvent;

    public sealed record RunConfirmed(string Handle) : JobEvent;

    public sealed record Progressed(RunProgress Progress) : JobEvent
    {
        public override bool IsDurable => false;
    }

    /// <summary>Fruitless: it had got no further since it was last lost.</summary>
    public sealed record RunLost(string Why, bool Fruitless) : JobEvent;

    public sealed record StageEnded(int Index, RunResult Result, DateTimeOffset At) : JobEvent;

    public sealed record Troubled(string Why) : JobEvent
    {
        public override bool IsDurable => false;
    }

    public sealed record CancelNoted(string By) : JobEvent;

    public sealed record Ended(Verdict Verdict, ImmutableArray<JobChore> Chores, DateTimeOffset At) : JobEvent;

    public sealed record Cancelled(ImmutableArray<JobChore> Chores, DateTimeOffset At) : JobEvent;

    public sealed record ChoreDone(JobChore Chore) : JobEvent;
}
