namespace Burnin.MockTrueNas.SelfTests;

internal enum SelfTestKind
{
    Short,
    Long,
}
