namespace Burnin.Domain.Smart;

/// <summary>Why an output of smartctl tells nothing of a drive's health, in words for people.</summary>
public static class SmartAvailability
{
    /// <summary>Null where it does tell.</summary>
    public static string? WhyNone(SmartReport report) => report.Kind switch
    {
        SmartReportKind.Report => null,
        SmartReportKind.Standby => "the drive sleeps, and was not woken to be asked.",
        SmartReportKind.Info when report.IsSmartEnabled == false => "SMART is switched off on the drive: smartctl -s on switches it on.",
        SmartReportKind.Info => "smartctl could read who the drive is, and no SMART data.",
        SmartReportKind.Scan => "smartctl gave a list of devices, and no SMART data.",
        SmartReportKind.Command => "smartctl told what came of a command, and no SMART data.",
        SmartReportKind.Error => $"smartctl could not ask the drive: {(report.Messages.IsEmpty ? Unexplained(report.ExitStatus) : report.Messages[0])}",
    };

    private static string Unexplained(int? exitStatus) => exitStatus is { } status ? $"it said nothing and ended with {status}" : "it said nothing";
}
