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

    /// <summary>Order is null where nothing can be running.</summary>
    public sealed record Stop(RunOrder? Order) : JobStep;

    public sealed record DoChore(JobChore Chore) : JobStep;
}
