namespace Burnin.MockTrueNas.Jobs;

/// <summary>Where a job of the NAS stands.</summary>
internal enum JobState
{
    Waiting,
    Running,
    Success,
    Failed,
    Aborted,
}
