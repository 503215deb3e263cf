namespace Burnin.MockTrueNas.Smartctl;

/// <summary>What smartctl can be asked to print.</summary>
[Flags]
internal enum ReportPart
{
    None = 0,
    Identity = 1,
    Health = 2,
    Capabilities = 4,
    Attributes = 8,
    ErrorLog = 16,
    SelfTestLog = 32,
    ExtendedSelfTestLog = 64,
    Settings = 128,
    Statistics = 256,

    /// <summary>The layout of <c>-x</c>, not a part.</summary>
    Brief = 512,

    All = Identity | Health | Capabilities | Attributes | ErrorLog | SelfTestLog,
    Extended = Identity | Health | Settings | Capabilities | Attributes | Brief | ErrorLog | ExtendedSelfTestLog | Statistics,
}
