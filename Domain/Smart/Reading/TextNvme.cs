namespace Burnin.Domain.Smart.Reading;

internal static class TextNvme
{
    public static NvmeHealth? Read(TextLines lines) => lines.Value("Critical Warning") is { } warning
        ? new NvmeHealth
        {
            CriticalWarning = Numbers.FirstInt(warning),
            AvailableSparePercent = Numbers.FirstInt(lines.Value("Available Spare")),
            AvailableSpareThresholdPercent = Numbers.FirstInt(lines.Value("Available Spare Threshold")),
            PercentageUsed = Numbers.FirstInt(lines.Value("Percentage Used")),
            MediaErrors = Numbers.Marked(lines.Value("Media and Data Integrity Errors")),
            ErrorLogEntries = Numbers.Marked(lines.Value("Error Information Log Entries")),
            UnsafeShutdowns = Numbers.Marked(lines.Value("Unsafe Shutdowns")),
            PowerCycles = Numbers.Marked(lines.Value("Power Cycles")),
            WarningTemperatureMinutes = Numbers.Marked(lines.Value("Warning Comp. Temperature Time")),
            CriticalTemperatureMinutes = Numbers.Marked(lines.Value("Critical Comp. Temperature Time")),
            DataUnitsWritten = Numbers.Marked(lines.Value("Data Units Written")),
            DataUnitsRead = Numbers.Marked(lines.Value("Data Units Read")),
        }
        : null;
}
