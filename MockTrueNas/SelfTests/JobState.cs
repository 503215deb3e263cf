namespace Burnin.MockTrueNas.SelfTests;

internal enum JobState
{
    Waiting,
    Running,
    Success,
    Failed,
    Aborted,
}
