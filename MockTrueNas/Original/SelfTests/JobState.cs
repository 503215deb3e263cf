namespace Burnin.MockTrueNas.Original.SelfTests;

internal enum JobState
{
    Waiting,
    Running,
    Success,
    Failed,
    Aborted,
}
