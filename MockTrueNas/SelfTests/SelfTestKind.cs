namespace Burnin.MockTrueNas.SelfTests;

/// <summary>What can be asked of a drive.</summary>
internal enum SelfTestKind
{
    Short,
    Long,
    Conveyance,

    /// <summary>Off-line data collection, which is no test that a log keeps.</summary>
    Offline,
}
