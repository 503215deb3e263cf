namespace Burnin.MockTrueNas.Original.SelfTests;

internal enum SelfTestKind
{
    Short,
    Long,
}
