namespace Burnin.Domain.Smart;

public enum SmartReportKind
{
    /// <summary>SMART data of a drive.</summary>
    Report,

    /// <summary>Who the drive is, and no more: it has no SMART, or it is off.</summary>
    Info,

    /// <summary>Nothing but that the drive sleeps and was not woken.</summary>
    Standby,

    /// <summary>smartctl could not ask, or this is not its output.</summary>
    Error,

    /// <summary>A list of devices.</summary>
    Scan,

    /// <summary>What came of starting or aborting a self-test.</summary>
    Command,
}
