using System.Collections.Frozen;

namespace Burnin.Domain.Smart.Reading;

/// <summary>The labels that are looked for, so that no other line costs anything.</summary>
internal static class TextLabels
{
    private static readonly FrozenSet<string> Labels = FrozenSet.Create(
        "Model Family", "Device Model", "Model Number", "Serial Number", "Serial number", "Firmware Version", "User Capacity", "Total NVM Capacity",
        "LU WWN Device Id", "Logical Unit id", "Sector Size", "Sector Sizes", "Logical block size", "Physical block size", "Rotation Rate", "Form Factor",
        "Zoned Device", "TRIM Command", "SATA Version is", "Vendor", "Product", "Revision", "Device",
        "SMART overall-health self-assessment test result", "SMART Health Status",
        "Current Drive Temperature", "Drive Trip Temperature", "Current Temperature", "Lifetime Min/Max Temperature",
        "Min/Max recommended Temperature", "Min/Max Temperature Limit", "Warning Comp. Temp. Threshold", "Critical Comp. Temp. Threshold",
        "Critical Warning", "Temperature", "Available Spare", "Available Spare Threshold", "Percentage Used", "Data Units Read", "Data Units Written",
        "Power Cycles", "Power On Hours", "Unsafe Shutdowns", "Media and Data Integrity Errors", "Error Information Log Entries",
        "Warning Comp. Temperature Time", "Critical Comp. Temperature Time",
        "Elements in grown defect list", "Non-medium error count", "Pending defect count", "Percentage used endurance indicator",
        "Specified cycle count over device lifetime", "Accumulated start-stop cycles",
        "Specified load-unload count over device lifetime", "Accumulated load-unload cycles",
        "ATA Error Count", "Device Error Count");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The label as it is known here; null for any other text.</summary>
    public static string? Known(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        Span<char> label = stackalloc char[64];
        if (trimmed.Length > label.Length)
        {
            return null;
        }

        var length = 0;
        foreach (var character in trimmed)
        {
            var isBlank = character is ' ' or '\t';
            if (!isBlank || label[length - 1] != ' ')
            {
                label[length++] = isBlank ? ' ' : character;
            }
        }

        return Lookup.TryGetValue(label[..length], out var known) ? known : null;
    }
}
