namespace Burnin.Domain.Jobs;

public enum JobPhase
{
    /// <summary>Waits for a slot.</summary>
    Queued,
    Running,

    /// <summary>Has its verdict.</summary>
    Finished,
    Cancelled,
}
