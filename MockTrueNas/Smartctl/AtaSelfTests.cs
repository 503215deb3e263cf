using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>The self-test logs of a SATA drive. The old one cuts the number of a block to 32 bits.</summary>
internal static class AtaSelfTests
{
    private const int Running = 15;
    private const int Wrap = 65_536;

    public static int Write(Drive drive, BoxMoment moment, ReportPart parts, StringBuilder text, JsonObject report)
    {
        var isOld = parts.HasFlag(ReportPart.SelfTestLog);
        var isExtended = parts.HasFlag(ReportPart.ExtendedSelfTestLog);

        if (!isOld && !isExtended)
        {
            return 0;
        }

        var rows = SelfTestLog.Of(drive, moment);
        var errors = rows.Count(row => row.End is SelfTestEnd.Failed);
        var outdated = Outdated(rows);
        var logs = new JsonObject();

        if (isExtended)
        {
            AddText(rows, "SMART Extended Self-test Log Version: 1 (1 sectors)\n", isCut: false, text);
            logs["extended"] = Json(rows, errors, outdated, isCut: false, new JsonObject { ["revision"] = 1, ["sectors"] = 1 });
        }

        if (isOld)
        {
            AddText(rows, "SMART Self-test log structure revision number 1\n", isCut: true, text);
            logs["standard"] = Json(rows, errors, outdated, isCut: true, new JsonObject { ["revision"] = 1 });
        }

        report["ata_smart_self_test_log"] = logs;

        return errors - outdated > 0 ? SmartctlAnswer.SelfTestErrors : 0;
    }

    /// <summary>What the row says in its status byte.</summary>
    public static int StatusOf(LoggedTest row) => row.End is not { } end ? (Running << 4) | (row.RemainingInTens / 10) : end switch
    {
        SelfTestEnd.Passed => 0,
        SelfTestEnd.Aborted => (1 << 4) | (row.RemainingInTens / 10),
        SelfTestEnd.Interrupted => (2 << 4) | (row.RemainingInTens / 10),
        SelfTestEnd.Failed => (7 << 4) | (row.RemainingInTens / 10),
    };

    /// <summary>A failure below a longer test that passed counts no more.</summary>
    private static int Outdated(ImmutableArray<LoggedTest> rows)
    {
        var passed = rows.Index().FirstOrDefault(row => row.Item is { Kind: SelfTestKind.Long, End: SelfTestEnd.Passed });

        return passed.Item is null ? 0 : rows.Skip(passed.Index).Count(row => row.End is SelfTestEnd.Failed);
    }

    private static long? BlockOf(LoggedTest row, bool isCut) => row.FailedAtBlock is { } block ? isCut ? block & uint.MaxValue : block : null;

    private static void AddText(ImmutableArray<LoggedTest> rows, string title, bool isCut, StringBuilder text)
    {
        text.Append(title);

        if (rows.IsEmpty)
        {
            text.Append("No self-tests have been logged.  [To run self-tests, use: smartctl -t]\n\n");
            return;
        }

        text.Append("Num  Test_Description    Status                  Remaining  LifeTime(hours)  LBA_of_first_error\n");

        foreach (var (place, row) in rows.Index())
        {
            var block = BlockOf(row, isCut)?.ToString(CultureInfo.InvariantCulture) ?? "-";
            text.Append(CultureInfo.InvariantCulture, $"#{place + 1,2}  {TestWords.Kind(row.Kind, DriveProtocol.Ata),-19} {TestWords.Result(row, DriveProtocol.Ata, isJson: false),-29} {row.RemainingInTens / 10}0%  {row.Hours % Wrap,8}         {block}\n");
        }

        text.Append('\n');
    }

    private static JsonObject Json(ImmutableArray<LoggedTest> rows, int errors, int outdated, bool isCut, JsonObject log)
    {
        if (!rows.IsEmpty)
        {
            log["table"] = new JsonArray([.. rows.Select(row => Row(row, isCut))]);
        }

        log["count"] = rows.Length;

        if (!rows.IsEmpty)
        {
            log["error_count_total"] = errors;
            log["error_count_outdated"] = outdated;
        }

        return log;
    }

    /// <summary>A test that was cut short neither passed nor failed.</summary>
    private static JsonObject Row(LoggedTest row, bool isCut)
    {
        var value = StatusOf(row);
        var status = new JsonObject { ["value"] = value, ["string"] = TestWords.Result(row, DriveProtocol.Ata, isJson: true) };

        if ((value & 15) != 0)
        {
            status["remaining_percent"] = (value & 15) * 10;
        }

        if (row.End is null or SelfTestEnd.Passed or SelfTestEnd.Failed)
        {
            status["passed"] = row.End is not SelfTestEnd.Failed;
        }

        var json = new JsonObject
        {
            ["type"] = new JsonObject
            {
                ["value"] = row.Kind switch
                {
                    SelfTestKind.Offline => 0,
                    SelfTestKind.Short => 1,
                    SelfTestKind.Long => 2,
                    SelfTestKind.Conveyance => 3,
                },
                ["string"] = TestWords.Kind(row.Kind, DriveProtocol.Ata),
            },
            ["status"] = status,
            ["lifetime_hours"] = row.Hours % Wrap,
        };

        if (BlockOf(row, isCut) is { } block)
        {
            json["lba"] = block;
        }

        return json;
    }
}
