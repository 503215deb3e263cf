namespace Burnin.MockTrueNas.SelfTests;

internal enum SelfTestStatus
{
    Running,
    Success,
    Failed,
    Aborted,
}
