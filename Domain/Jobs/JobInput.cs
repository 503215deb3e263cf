using Burnin.Domain.Nases;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Jobs;

/// <summary>What a job is told.</summary>
public abstract record JobInput
{
    private JobInput()
    {
    }

    /// <summary>A new activation has taken the job over.</summary>
    public sealed record TakenOver : JobInput;

    public sealed record LeaseAnswered(bool Granted, int QueuePosition) : JobInput;

    public sealed record StageDue : JobInput;

    /// <summary>Around: what is known of other drives; looked up for the last examination only, on which the verdict rests.</summary>
    public sealed record Examined(DriveExamination Examination, Surroundings? Around = null) : JobInput;

    /// <summary>The host has seen this epoch for a run of the job, and did not follow an order of a lower one.</summary>
    public sealed record Fenced(long HostEpoch) : JobInput;

    public sealed record Launched(string RunId, LaunchAnswer Answer) : JobInput;

    public sealed record Observed(string RunId, RunSnapshot Snapshot) : JobInput;

    public sealed record NasTroubled(NasFault Fault, string Why) : JobInput;

    public sealed record CancelAsked(string By) : JobInput;

    /// <summary>The job is to be over although the host has not proved it.</summary>
    public sealed record GiveUpAsked(string By) : JobInput;

    public sealed record PauseAsked(string By) : JobInput;

    public sealed record ResumeAsked(string By) : JobInput;

    /// <summary>The place in the queue is given back.</summary>
    public sealed record QueueLeft : JobInput;

    /// <summary>StandsStill: proved by the host. False: such a run cannot.</summary>
    public sealed record HoldAnswered(string RunId, bool StandsStill) : JobInput;

    public sealed record Released(string RunId) : JobInput;

    /// <summary>The host has proved that nothing of the job is left running.</summary>
    public sealed record Stopped : JobInput;

    /// <summary>A person wants it kept beside the verdict.</summary>
    public sealed record JudgedAgain(Judgement Judgement) : JobInput;

    public sealed record ChoreDone(JobChore Chore) : JobInput;

    public sealed record ChoreFailed(JobChore Chore, string Why) : JobInput;
}
