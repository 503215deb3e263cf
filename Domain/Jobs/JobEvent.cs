using System.Collections.Immutable;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;

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

    public sealed record FinalTaken(SmartSnapshot Smart) : JobEvent;

    public sealed record RunConfirmed(string Handle) : JobEvent;

    public sealed record Progressed(RunProgress Progress, RunStillness Stillness) : JobEvent
    {
        public override bool IsDurable => false;
    }

    /// <summary>Percent: how far it was, which nothing else stores. FruitlessLosses: how often in a row it got no further.</summary>
    public sealed record RunLost(string Why, double Percent, int FruitlessLosses) : JobEvent;

    /// <summary>It shows no change, and is to be ended.</summary>
    public sealed record RunStuck(string Why) : JobEvent;

    /// <summary>A stuck run was ended; what it has found is still on the host.</summary>
    public sealed record RunStopped : JobEvent;

    /// <summary>The host holds the run, or lets it go, otherwise than was last told: an order came late.</summary>
    public sealed record HoldDiffers(RunHold Hold) : JobEvent;

    /// <summary>It is to be ended, and the NAS says that it cannot be.</summary>
    public sealed record RunHangs(DateTimeOffset At) : JobEvent;

    public sealed record StageEnded(int Index, RunResult Result, DateTimeOffset At) : JobEvent;

    public sealed record Troubled(string Why) : JobEvent
    {
        public override bool IsDurable => false;
    }

    public sealed record CancelNoted(string By) : JobEvent;

    /// <summary>Why: what has kept the host from proving the end of the run.</summary>
    public sealed record GivenUp(GivenUpRun Run, string? Why) : JobEvent;

    public sealed record PauseNoted(string By, DateTimeOffset At) : JobEvent;

    public sealed record ResumeNoted(string By, DateTimeOffset At) : JobEvent;

    public sealed record QueueLeft : JobEvent;

    public sealed record RunHeld(bool StandsStill) : JobEvent;

    public sealed record RunReleased : JobEvent;

    public sealed record Ended(Verdict Verdict, ImmutableArray<JobChore> Chores, DateTimeOffset At) : JobEvent;

    /// <summary>The verdict stays what it was.</summary>
    public sealed record JudgedAgain(Judgement Judgement) : JobEvent;

    public sealed record Cancelled(ImmutableArray<JobChore> Chores, DateTimeOffset At) : JobEvent;

    public sealed record ChoreDone(JobChore Chore) : JobEvent;

    /// <summary>Tried for long enough.</summary>
    public sealed record ChoreDropped(JobChore Chore, string Why) : JobEvent;
}
