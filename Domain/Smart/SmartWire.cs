namespace Burnin.Domain.Smart;

/// <summary>The words for kinds and results outside of Burnin.</summary>
public static class SmartWire
{
    public static string Word(SmartReportKind kind) => kind switch
    {
        SmartReportKind.Report => "report",
        SmartReportKind.Info => "info",
        SmartReportKind.Standby => "standby",
        SmartReportKind.Error => "error",
        SmartReportKind.Scan => "scan",
        SmartReportKind.Command => "command",
    };

    public static string Word(SelfTestResult result) => result switch
    {
        SelfTestResult.Passed => "passed",
        SelfTestResult.Failed => "failed",
        SelfTestResult.Aborted => "aborted",
        SelfTestResult.Interrupted => "interrupted",
        SelfTestResult.Fatal => "fatal",
        SelfTestResult.Running => "running",
        SelfTestResult.Unknown => "unknown",
    };

    public static string Word(SmartProtocol protocol) => protocol switch
    {
        SmartProtocol.Ata => "ATA",
        SmartProtocol.Scsi => "SCSI",
        SmartProtocol.Nvme => "NVMe",
    };

    public static string Word(IndicatorSeverity severity) => severity switch
    {
        IndicatorSeverity.Info => "INFO",
        IndicatorSeverity.Warn => "WARN",
        IndicatorSeverity.Fail => "FAIL",
    };

    /// <summary>Empty: never failed, as smartctl has it.</summary>
    public static string Word(AttributeFailure? failure) => failure switch
    {
        AttributeFailure.Now => "now",
        AttributeFailure.Past => "past",
        null => "",
    };
}
