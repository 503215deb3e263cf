using System.Globalization;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.SelfTests;

/// <summary>A row of a drive's log as an API tells it: from smartctl's text until 24.10, from its JSON in 25.04.</summary>
internal static class LogRow
{
    /// <summary>The old logs keep an age in sixteen bits.</summary>
    private const int Wrap = 65_536;

    public static JsonObject Of(LoggedTest test, int place, Drive drive, BoxMoment moment)
    {
        var isFromJson = moment.Product.Release >= Release.TrueNas2504;
        var protocol = drive.Model.Protocol;
        var row = new JsonObject
        {
            ["num"] = place + (isFromJson || protocol is DriveProtocol.Nvme ? 0 : 1),
            ["description"] = Description(test, protocol, moment.Product),
            ["status"] = Status(test, moment.Product),
            ["status_verbose"] = TestWords.Result(test, protocol, isFromJson),
        };
        switch (protocol)
        {
            case DriveProtocol.Ata:
                AddAta(row, test, isFromJson);
                break;
            case DriveProtocol.Sas:
                AddSas(row, test, drive, moment, isFromJson);
                break;
            case DriveProtocol.Nvme:
                AddNvme(row, test, isFromJson);
                break;
        }

        if (isFromJson)
        {
            row["power_on_hours_ago"] = moment.PowerOnHoursOf(drive) - Hours(test, protocol);
        }

        return row;
    }

    /// <summary>Until 22.12.2 whatever did not pass has failed.</summary>
    private static string Status(LoggedTest test, Product product) => test.End is not { } end ? "RUNNING" : end switch
    {
        SelfTestEnd.Passed => "SUCCESS",
        SelfTestEnd.Failed => "FAILED",
        SelfTestEnd.Aborted or SelfTestEnd.Interrupted => product.IsCore ? "FAILED" : "ABORTED",
    };

    /// <summary>CORE 12.0 cuts SCSI's words one letter short.</summary>
    private static string Description(LoggedTest test, DriveProtocol protocol, Product product)
    {
        var words = TestWords.Kind(test.Kind, protocol);

        return product.Release is Release.Core120 && protocol is DriveProtocol.Sas ? words[..15] : words;
    }

    private static int Hours(LoggedTest test, DriveProtocol protocol) => protocol is DriveProtocol.Ata ? test.Hours % Wrap : test.Hours;

    private static JsonNode? Block(LoggedTest test, bool isFromJson) =>
        test.FailedAtBlock is not { } block ? null : isFromJson ? block : block.ToString(CultureInfo.InvariantCulture);

    private static void AddAta(JsonObject row, LoggedTest test, bool isFromJson)
    {
        row["remaining"] = isFromJson && test.RemainingInTens == 0 ? 0 : test.RemainingInTens / 100.0;
        row["lifetime"] = Hours(test, DriveProtocol.Ata);
        row["lba_of_first_error"] = Block(test, isFromJson);
    }

    private static void AddSas(JsonObject row, LoggedTest test, Drive drive, BoxMoment moment, bool isFromJson)
    {
        row["segment_number"] = test.End is SelfTestEnd.Failed ? TestWords.FailedSegment : null;
        row["lifetime"] = test.End is not null ? test.Hours : isFromJson ? moment.PowerOnHoursOf(drive) : null;
        row["lba_of_first_error"] = Block(test, isFromJson);
    }

    private static void AddNvme(JsonObject row, LoggedTest test, bool isFromJson)
    {
        var hasFailed = test.End is SelfTestEnd.Failed;
        row["power_on_hours"] = test.Hours;
        row["failing_lba"] = test.FailedAtBlock;
        row["nsid"] = !hasFailed ? null : isFromJson ? 1 : "1";
        row["seg"] = hasFailed ? TestWords.FailedSegment : null;
        row["sct"] = isFromJson ? hasFailed ? 2 : 0 : hasFailed ? "0x2" : "  -";
        row["code"] = isFromJson ? hasFailed ? 0x81 : 0 : hasFailed ? "0x81" : "   -";
    }
}
