using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Burnin.Domain.Smart.Reading;

/// <summary>Self-tests in the three shapes that ATA, SCSI and NVMe have for them.</summary>
internal static class JsonSelfTests
{
    private const int MaxScsiRows = 20;

    public static SelfTests Read(JsonElement json, SmartProtocol? protocol) => protocol switch
    {
        SmartProtocol.Ata => OfAta(json),
        SmartProtocol.Scsi => OfScsi(json),
        SmartProtocol.Nvme => OfNvme(json),
        null => new SelfTests(),
    };

    /// <summary>Read from the code: <c>passed</c> is missing for tests that were aborted, and true for one that still runs.</summary>
    private static SelfTests OfAta(JsonElement json)
    {
        var test = json.At("ata_smart_data", "self_test");
        var old = AtaLog(json.At("ata_smart_self_test_log", "standard"));
        var value = test.At("status", "value").Number();
        var isRunning = value is null ? (bool?)null : SelfTestCodes.OfAta(value) is SelfTestResult.Running;
        return new SelfTests
        {
            IsSupported = json.At("ata_smart_data", "capabilities", "self_tests_supported").Flag(),
            IsRunning = isRunning,
            RemainingPercent = isRunning == true ? (int?)(value & 15) * 10 : null,
            ShortMinutes = test.At("polling_minutes", "short").Int(),
            ExtendedMinutes = test.At("polling_minutes", "extended").Int(),
            ConveyanceMinutes = test.At("polling_minutes", "conveyance").Int(),
            OldLog = old,
        }.With(AtaLog(json.At("ata_smart_self_test_log", "extended")) ?? old);
    }

    private static ImmutableArray<SelfTestRow>? AtaLog(JsonElement log) =>
        log.IsObject() ? [.. log.At("table").Items().Where(row => row.IsObject()).Select(AtaRow)] : null;

    private static SelfTestRow AtaRow(JsonElement row)
    {
        var (type, words, remaining) = (Words(row.At("type")), Words(row.At("status")), row.At("status", "remaining_percent").Int());
        var status = row.At("status", "value").Int() ?? SelfTestWords.AtaStatus(words, remaining ?? 0);
        return new SelfTestRow(type, SelfTestCodes.OfAta(status), words)
        {
            TypeCode = row.At("type", "value").Int() ?? SelfTestWords.AtaType(type),
            StatusCode = status,
            RemainingPercent = remaining ?? (status & 15) * 10,
            Hours = row.At("lifetime_hours").Number(),
            Lba = row.At("lba").Number(),
        };
    }

    private static SelfTests OfScsi(JsonElement json)
    {
        ImmutableArray<SelfTestRow> rows =
        [
            .. Enumerable.Range(0, MaxScsiRows)
                .Select(place => json.At(string.Create(CultureInfo.InvariantCulture, $"scsi_self_test_{place}")))
                .Where(row => row.IsObject()).Select(ScsiRow),
        ];
        var running = rows.FirstOrDefault(row => row.Result is SelfTestResult.Running);
        var state = json.At("scsi_self_test_status");
        var isRunning = running is not null || state.At("in_progress").Flag() == true;
        var isKnown = !rows.IsEmpty || state.IsObject();
        return new SelfTests
        {
            IsSupported = isKnown ? true : null,
            IsRunning = isKnown ? isRunning : null,
            RemainingPercent = isRunning && state.At("completion_percent").Int() is { } done ? Math.Clamp(100 - done, 0, 100) : null,
            RunningType = running?.Type,
            RunningCode = running?.TypeCode,
            ExtendedMinutes = json.At("scsi_extended_self_test_seconds").Int() / 60,
        }.With(rows.IsEmpty ? null : rows);
    }

    private static SelfTestRow ScsiRow(JsonElement row)
    {
        var (type, words) = (Words(row.At("code")), Words(row.At("result")));
        var result = row.At("result", "value").Int() ?? SelfTestWords.ScsiResult(words);
        return new SelfTestRow(type, row.At("self_test_in_progress").Flag() == true ? SelfTestResult.Running : SelfTestCodes.OfScsi(result), words)
        {
            TypeCode = row.At("code", "value").Int() ?? SelfTestWords.ScsiType(type),
            StatusCode = result,
            Hours = row.At("power_on_time", "hours").Number(),
            Lba = row.At("lba_first_failure", "value").Number(),
            Segment = row.At("failed_segment", "value").Int(),
        };
    }

    private static SelfTests OfNvme(JsonElement json)
    {
        var log = json.At("nvme_self_test_log");
        var isOffered = json.At("nvme_optional_admin_commands", "self_test").Flag();
        if (!log.IsObject())
        {
            return new SelfTests { IsSupported = isOffered };
        }

        var operation = log.At("current_self_test_operation", "value").Number();
        return new SelfTests
        {
            IsSupported = isOffered ?? true,
            IsRunning = operation is null ? null : operation > 0,
            RemainingPercent = operation > 0 && log.At("current_self_test_completion_percent").Int() is { } done ? Math.Clamp(100 - done, 0, 100) : null,
            RunningType = operation > 0 ? log.At("current_self_test_operation", "string").Text() : null,
            RunningCode = operation > 0 ? log.At("current_self_test_operation", "value").Int() : null,
        }.With([.. log.At("table").Items().Where(row => row.IsObject()).Select(NvmeRow)]); // a slot that was never used is null
    }

    private static SelfTestRow NvmeRow(JsonElement row)
    {
        var (type, words) = (Words(row.At("self_test_code")), Words(row.At("self_test_result")));
        var result = row.At("self_test_result", "value").Int() ?? SelfTestWords.NvmeResult(words);
        return new SelfTestRow(type, SelfTestCodes.OfNvme(result), words)
        {
            TypeCode = row.At("self_test_code", "value").Int() ?? SelfTestWords.NvmeType(type),
            StatusCode = result,
            Hours = row.At("power_on_hours").Number(),
            Lba = row.At("lba").Number() ?? row.At("lba", "value").Number(),
            Segment = row.At("segment").Int(),
        };
    }

    /// <summary>Of a pair of code and words, of which what others have written may have the words alone.</summary>
    private static string Words(JsonElement pair) => pair.At("string").Text() ?? "";
}
