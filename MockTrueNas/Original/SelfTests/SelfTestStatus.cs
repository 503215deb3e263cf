namespace Burnin.MockTrueNas.Original.SelfTests;

internal enum SelfTestStatus
{
    Running,
    Success,
    Failed,
    Aborted,
}
