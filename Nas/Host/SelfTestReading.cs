using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Burnin.Nas.Host;

/// <summary>
/// What a drive says of its self-tests: whether one runs, and the newest row of its log. ATA, SAS and NVMe say it in
/// three shapes. Made by <see cref="Read"/>, which never throws.
/// </summary>
internal sealed partial record SelfTestReading
{
    public static SelfTestReading Nothing { get; } = new();

    public bool IsKnown { get; init; }

    public bool IsRunning { get; init; }

    public int? RemainingPercent { get; init; }

    /// <summary>The whole log as text: another text is a new row, even where the log is full and the rows look alike.</summary>
    public string Log { get; init; } = "";

    /// <summary>How the newest row ended; null where the log is empty.</summary>
    public SelfTestEnd? Newest { get; init; }

    /// <summary>The drive's own words for the newest row.</summary>
    public string? Words { get; init; }

    public long? FailedAtBlock { get; init; }

    public static SelfTestReading Read(string text)
    {
        using var document = SmartctlJson.Parse(text);
        if (document is null)
        {
            return Nothing;
        }

        var root = document.RootElement;
        return root.At("ata_smart_data").ValueKind is JsonValueKind.Object ? OfAta(root)
            : root.At("nvme_self_test_log").ValueKind is JsonValueKind.Object ? OfNvme(root.At("nvme_self_test_log"))
            : root.At("scsi_self_test_0").ValueKind is JsonValueKind.Object || root.At("device", "protocol").Text() == "SCSI" ? OfScsi(root, text)
            : Nothing;
    }

    private static SelfTestReading OfAta(JsonElement root)
    {
        var status = root.At("ata_smart_data", "self_test", "status");
        var value = status.At("value").Number();
        var logs = root.At("ata_smart_self_test_log");
        var log = logs.At("extended").ValueKind is JsonValueKind.Object ? logs.At("extended") : logs.At("standard");
        var newest = log.At("table").Items().FirstOrDefault(row => row.At("status", "value").Number() >> 4 != 15);
        return new SelfTestReading
        {
            IsKnown = value is not null,
            IsRunning = value >> 4 == 15,
            RemainingPercent = value >> 4 == 15 ? (int?)(status.At("remaining_percent").Number() ?? ((value & 15) * 10)) : null,
            Log = log.At("count") + "|" + string.Concat(log.At("table").Items().Where(row => row.At("status", "value").Number() >> 4 != 15).Select(row => row.GetRawText())),
            Newest = newest.At("status", "value").Number() is { } end ? EndOfAta(end >> 4) : null,
            Words = newest.At("status", "string").Text(),
            FailedAtBlock = newest.At("lba").Number(),
        };
    }

    private static SelfTestReading OfNvme(JsonElement log)
    {
        var newest = log.At("table").Items().FirstOrDefault(row => row.ValueKind is JsonValueKind.Object);
        var operation = log.At("current_self_test_operation", "value").Number();
        return new SelfTestReading
        {
            IsKnown = operation is not null,
            IsRunning = operation > 0,
            RemainingPercent = operation > 0 && log.At("current_self_test_completion_percent").Number() is { } done ? (int)Math.Clamp(100 - done, 0, 100) : null,
            Log = string.Concat(log.At("table").Items().Select(row => row.GetRawText())),
            Newest = newest.At("self_test_result", "value").Number() is { } end ? EndOfNvme(end) : null,
            Words = newest.At("self_test_result", "string").Text(),
            FailedAtBlock = newest.At("lba").Number(),
        };
    }

    private static SelfTestReading OfScsi(JsonElement root, string text)
    {
        var rows = Enumerable.Range(0, 20).Select(i => root.At($"scsi_self_test_{i}")).Where(row => row.ValueKind is JsonValueKind.Object).ToList();
        var newest = rows.FirstOrDefault(row => row.At("result", "value").Number() != 15);
        var remaining = Remaining().Match(text);
        return new SelfTestReading
        {
            IsKnown = true,
            IsRunning = remaining.Success || rows.Any(row => row.At("result", "value").Number() == 15),
            RemainingPercent = remaining.Success ? int.Parse(remaining.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null,
            Log = string.Concat(rows.Where(row => row.At("result", "value").Number() != 15).Select(row => row.GetRawText())),
            Newest = newest.At("result", "value").Number() is { } end ? EndOfScsi(end) : null,
            Words = newest.At("result", "string").Text(),
            FailedAtBlock = newest.At("lba_first_failure", "value").Number(),
        };
    }

    private static SelfTestEnd EndOfAta(long value) => value switch
    {
        0 => SelfTestEnd.Passed,
        >= 4 and <= 8 => SelfTestEnd.Failed,
        _ => SelfTestEnd.Interrupted,
    };

    private static SelfTestEnd EndOfScsi(long value) => value switch
    {
        0 => SelfTestEnd.Passed,
        >= 4 and <= 7 => SelfTestEnd.Failed,
        _ => SelfTestEnd.Interrupted,
    };

    private static SelfTestEnd EndOfNvme(long value) => value switch
    {
        0 => SelfTestEnd.Passed,
        6 or 7 => SelfTestEnd.Failed,
        _ => SelfTestEnd.Interrupted,
    };

    [GeneratedRegex(@"([0-9]{1,3})% of (?:the )?test remaining", RegexOptions.CultureInvariant)]
    private static partial Regex Remaining();
}
