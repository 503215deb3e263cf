using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Burnin.Nas.Host;

/// <summary>
/// What a drive says of its self-tests: whether one runs, and the log of those that ended, newest first. ATA, SAS and
/// NVMe say it in three shapes. Made by <see cref="Read"/>, which never throws.
/// </summary>
internal sealed partial record SelfTestReading
{
    private const int MaxScsiRows = 20;

    public static SelfTestReading Nothing { get; } = new();

    public bool IsKnown { get; init; }

    public bool IsRunning { get; init; }

    /// <summary>Of the test that runs; null where the drive does not tell, as ATA does not.</summary>
    public long? RunningType { get; init; }

    public int? RemainingPercent { get; init; }

    /// <summary>Null: the drive keeps no log, or it could not be read.</summary>
    public ImmutableArray<SelfTestRow>? Rows { get; init; }

    /// <summary>ATA's old log, whose block numbers are cut short: only for drives, or moments, without the extended one.</summary>
    public ImmutableArray<SelfTestRow>? OldRows { get; init; }

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

    /// <summary>The rows that were not there before; null where that cannot be told.</summary>
    public ImmutableArray<SelfTestRow>? RowsSince(SelfTestReading before) =>
        (before.Rows, Rows) is ({ } was, { } now) ? Newer(was, now)
        : (before.OldRows, OldRows) is ({ } wasOld, { } nowOld) ? Newer(wasOld, nowOld)
        : null;

    /// <summary>
    /// Old rows move down, and out at the end when the log is full: as many rows are new as are above the place where what
    /// is left of the old ones begins. A log of which nothing is left was cleared, or is told in another way by now.
    /// </summary>
    private static ImmutableArray<SelfTestRow>? Newer(ImmutableArray<SelfTestRow> was, ImmutableArray<SelfTestRow> now)
    {
        for (var count = Math.Max(0, now.Length - was.Length); count < now.Length; count++)
        {
            if (now[count..].Zip(was).All(pair => pair.First.IsSameAs(pair.Second)))
            {
                return now[..count];
            }
        }

        return was.IsEmpty ? now : null;
    }

    private static SelfTestReading OfAta(JsonElement root)
    {
        var status = root.At("ata_smart_data", "self_test", "status");
        var value = status.At("value").Number();
        var isRunning = value >> 4 == 15;
        return new SelfTestReading
        {
            IsKnown = value is not null,
            IsRunning = isRunning,
            RemainingPercent = isRunning ? (int?)(status.At("remaining_percent").Number() ?? ((value & 15) * 10)) : null,
            Rows = AtaRows(root.At("ata_smart_self_test_log", "extended")),
            OldRows = AtaRows(root.At("ata_smart_self_test_log", "standard")),
        };
    }

    /// <summary>Some drives write a row already while the test runs: it is left out.</summary>
    private static ImmutableArray<SelfTestRow>? AtaRows(JsonElement log) => log.ValueKind is not JsonValueKind.Object ? null :
        [.. log.At("table").Items()
            .Where(row => row.ValueKind is JsonValueKind.Object && row.At("status", "value").Number() >> 4 != 15)
            .Select(row => new SelfTestRow(
                row.At("type", "value").Number(), row.At("status", "value").Number(), row.At("lifetime_hours").Number(), row.At("lba").Number())
            {
                End = EndOfAta(row.At("status", "value").Number() >> 4),
                Words = row.At("status", "string").Text(),
            })];

    private static SelfTestReading OfNvme(JsonElement log)
    {
        var operation = log.At("current_self_test_operation", "value").Number();
        var isRunning = operation > 0;
        return new SelfTestReading
        {
            IsKnown = operation is not null,
            IsRunning = isRunning,
            RunningType = isRunning ? operation : null,
            RemainingPercent = isRunning && log.At("current_self_test_completion_percent").Number() is { } done ? (int)Math.Clamp(100 - done, 0, 100) : null,
            // A slot that was never used is null.
            Rows =
            [
                .. log.At("table").Items().Where(row => row.ValueKind is JsonValueKind.Object).Select(row => new SelfTestRow(
                    row.At("self_test_code", "value").Number(),
                    row.At("self_test_result", "value").Number(),
                    row.At("power_on_hours").Number(),
                    row.At("lba").Number() ?? row.At("lba", "value").Number())
                {
                    End = EndOfNvme(row.At("self_test_result", "value").Number()),
                    Words = row.At("self_test_result", "string").Text(),
                }),
            ],
        };
    }

    private static SelfTestReading OfScsi(JsonElement root, string text)
    {
        var rows = Enumerable.Range(0, MaxScsiRows).Select(i => root.At($"scsi_self_test_{i}")).Where(row => row.ValueKind is JsonValueKind.Object).ToList();
        var running = rows.FirstOrDefault(IsScsiRunning);
        var remaining = Remaining().Match(text);
        return new SelfTestReading
        {
            IsKnown = true,
            IsRunning = remaining.Success || running.ValueKind is JsonValueKind.Object,
            RunningType = running.At("code", "value").Number(),
            RemainingPercent = remaining.Success ? int.Parse(remaining.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null,
            Rows =
            [
                .. rows.Where(row => !IsScsiRunning(row)).Select(row => new SelfTestRow(
                    row.At("code", "value").Number(),
                    row.At("result", "value").Number(),
                    row.At("power_on_time", "hours").Number(),
                    row.At("lba_first_failure", "value").Number())
                {
                    End = EndOfScsi(row.At("result", "value").Number()),
                    Words = row.At("result", "string").Text(),
                }),
            ],
        };
    }

    private static bool IsScsiRunning(JsonElement row) => row.At("result", "value").Number() == 15 || row.At("self_test_in_progress").Flag() is true;

    private static SelfTestEnd EndOfAta(long? value) => value switch
    {
        0 => SelfTestEnd.Passed,
        >= 4 and <= 8 => SelfTestEnd.Failed,
        _ => SelfTestEnd.Interrupted,
    };

    private static SelfTestEnd EndOfScsi(long? value) => value switch
    {
        0 => SelfTestEnd.Passed,
        >= 4 and <= 7 => SelfTestEnd.Failed,
        _ => SelfTestEnd.Interrupted,
    };

    private static SelfTestEnd EndOfNvme(long? value) => value switch
    {
        0 => SelfTestEnd.Passed,
        6 or 7 => SelfTestEnd.Failed,
        _ => SelfTestEnd.Interrupted,
    };

    [GeneratedRegex(@"([0-9]{1,3})% of (?:the )?test remaining", RegexOptions.CultureInvariant)]
    private static partial Regex Remaining();
}
