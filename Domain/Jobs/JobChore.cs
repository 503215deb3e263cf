namespace Burnin.Domain.Jobs;

/// <summary>
/// What is left to do for a job after its end. Each is safe to repeat, so a crash between doing and noting is harmless.
/// </summary>
public enum JobChore
{
    ReleaseLease,
    TellDrive,

    /// <summary>Leave it with those who send mail.</summary>
    TellPeople,

    /// <summary>End the run of a job that was given up, as soon as the host can.</summary>
    EndRun,

    /// <summary>Remove what the runs of the job left on the host.</summary>
    CleanHost,
}
