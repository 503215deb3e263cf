namespace Burnin.Domain.Jobs;

/// <summary>What must be done next for a job to go on. It follows from the job's state alone, so a restart finds it again.</summary>
public abstract record JobStep
{
    private JobStep()
    {
    }

    public sealed record AcquireLease : JobStep;

    public sealed record BeginStage : JobStep;

    public sealed record Examine : JobStep;

    public sealed record Launch(RunOrder Order) : JobStep;

    public sealed record Watch(RunOrder Order) : JobStep;

    /// <summary>Make the run stand still.</summary>
    public sealed record Hold(RunOrder Order) : JobStep;

    /// <summary>Let the run go on.</summary>
    public sealed record Release(RunOrder Order) : JobStep;

    /// <summary>Give the place in the queue back: a slot must not be kept for who does not want it.</summary>
    public sealed record LeaveQueue : JobStep;

    /// <summary>Nothing, until a person resumes or cancels.</summary>
    public sealed record Rest : JobStep;

    /// <summary>Order is null where nothing can be running.</summary>
    public sealed record Stop(RunOrder? Order) : JobStep;

    public sealed record DoChore(JobChore Chore) : JobStep;
}
