using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.SelfTests;
using Burnin.MockTrueNas.Smart;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>What smartctl prints of a SAS drive. 7.2 keeps its self-tests out of the JSON; how far one is stands in the text alone.</summary>
internal static class SasReport
{
    public static int Write(Drive drive, BoxMoment moment, ReportPart parts, StringBuilder text, JsonObject report)
    {
        var vitals = new Vitals(drive, moment);

        if (parts.HasFlag(ReportPart.Identity))
        {
            SasIdentity.Write(drive, moment, text, report);
        }

        if ((parts & ~(ReportPart.Identity | ReportPart.Settings | ReportPart.Brief)) == 0)
        {
            return 0;
        }

        text.Append("=== START OF READ SMART DATA SECTION ===\n");

        if (parts.HasFlag(ReportPart.Health))
        {
            text.Append("SMART Health Status: ").Append(drive.IsHealthy ? "OK\n\n" : "FAILURE PREDICTION THRESHOLD EXCEEDED [asc=5d, ascq=0]\n\n");
            report["smart_status"] = new JsonObject { ["passed"] = drive.IsHealthy };

            if (!drive.IsHealthy)
            {
                report["smart_status"]!["scsi"] = new JsonObject { ["asc"] = 93, ["ascq"] = 0, ["ie_string"] = "FAILURE PREDICTION THRESHOLD EXCEEDED" };
            }
        }

        if (parts.HasFlag(ReportPart.Attributes))
        {
            AddAttributes(drive, moment, vitals, text, report);
        }

        if (parts.HasFlag(ReportPart.ErrorLog))
        {
            AddErrors(vitals, text, report);
        }

        var exit = drive.IsHealthy || !parts.HasFlag(ReportPart.Health) ? 0 : SmartctlAnswer.Failing;

        return (parts & (ReportPart.SelfTestLog | ReportPart.ExtendedSelfTestLog)) == 0 ? exit : exit | AddSelfTests(drive, moment, text, report);
    }

    private static void AddAttributes(Drive drive, BoxMoment moment, Vitals vitals, StringBuilder text, JsonObject report)
    {
        var trip = drive.Model.CriticalCelsius ?? 68;

        if (moment.CelsiusOf(drive) is { } celsius)
        {
            text.Append(CultureInfo.InvariantCulture, $"Current Drive Temperature:     {celsius} C\nDrive Trip Temperature:        {trip} C\n\n");
            report["temperature"] = new JsonObject { ["current"] = celsius, ["drive_trip"] = trip };
        }

        text.Append(CultureInfo.InvariantCulture, $"Accumulated power on time, hours:minutes {vitals.Hours}:14\n")
            .Append(CultureInfo.InvariantCulture, $"Manufactured in week 27 of year 2019\nSpecified cycle count over device lifetime:  10000\nAccumulated start-stop cycles:  {vitals.PowerCycles}\n")
            .Append(CultureInfo.InvariantCulture, $"Specified load-unload count over device lifetime:  300000\nAccumulated load-unload cycles:  {vitals.LoadCycles}\n")
            .Append(CultureInfo.InvariantCulture, $"Elements in grown defect list: {vitals.Damage.Reallocated}\n\n");
        report["power_on_time"] = new JsonObject { ["hours"] = vitals.Hours, ["minutes"] = 14 };

        if (moment.Product.Smartctl != "7.2")
        {
            report["scsi_start_stop_cycle_counter"] = new JsonObject
            {
                ["year_of_manufacture"] = "2019",
                ["week_of_manufacture"] = "27",
                ["specified_cycle_count_over_device_lifetime"] = 10_000,
                ["accumulated_start_stop_cycles"] = vitals.PowerCycles,
                ["specified_load_unload_count_over_device_lifetime"] = 300_000,
                ["accumulated_load_unload_cycles"] = vitals.LoadCycles,
            };
        }

        report["scsi_grown_defect_list"] = vitals.Damage.Reallocated;
    }

    private static void AddErrors(Vitals vitals, StringBuilder text, JsonObject report)
    {
        text.Append("""
            Error counter log:
                       Errors Corrected by           Total   Correction     Gigabytes    Total
                           ECC          rereads/    errors   algorithm      processed    uncorrected
                       fast | delayed   rewrites  corrected  invocations   [10^9 bytes]  errors

            """);
        var counters = new JsonObject();

        foreach (var (name, corrected, blocks, uncorrected) in (IEnumerable<(string, long, long, int)>)
            [("read", vitals.Operations / 90_000, vitals.Read, vitals.Damage.Reported), ("write", 2, vitals.Written, 0), ("verify", 0, 0, 0)])
        {
            var gigabytes = (blocks * 512 / 1e9).ToString("0.000", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{name + ":",-7}{corrected,9} {0,8} {0,9} {corrected,9} {corrected,10} {gigabytes,14} {uncorrected,11}\n");
            counters[name] = new JsonObject
            {
                ["errors_corrected_by_eccfast"] = corrected,
                ["errors_corrected_by_eccdelayed"] = 0,
                ["errors_corrected_by_rereads_rewrites"] = 0,
                ["total_errors_corrected"] = corrected,
                ["correction_algorithm_invocations"] = corrected,
                ["gigabytes_processed"] = gigabytes,
                ["total_uncorrected_errors"] = uncorrected,
            };
        }

        text.Append("\nNon-medium error count:        0\n\n");
        report["scsi_error_counter_log"] = counters;
    }

    private static int AddSelfTests(Drive drive, BoxMoment moment, StringBuilder text, JsonObject report)
    {
        var rows = SelfTestLog.Of(drive, moment);

        if (SelfTestLog.Running(drive, moment) is { } running)
        {
            text.Append(CultureInfo.InvariantCulture, $"Self-test execution status:\t\t{100 - (int)running.Percent}% of test remaining\n");
        }

        if (rows.IsEmpty)
        {
            text.Append("No Self-tests have been logged\n");
            return 0;
        }

        text.Append("SMART Self-test log\nNum  Test              Status                 segment  LifeTime  LBA_first_err [SK ASC ASQ]\n     Description                              number   (hours)\n");

        foreach (var (place, row) in rows.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"#{place + 1,2}  {TestWords.Kind(row.Kind, DriveProtocol.Sas),-16}  {TestWords.Result(row, DriveProtocol.Sas, isJson: false),-24}  {(row.End is SelfTestEnd.Failed ? TestWords.FailedSegment.ToString(CultureInfo.InvariantCulture) : "-"),2} {(row.End is null ? "NOW" : row.Hours.ToString(CultureInfo.InvariantCulture)),7} {(row.FailedAtBlock?.ToString(CultureInfo.InvariantCulture) ?? "-"),17} {(row.End is SelfTestEnd.Failed ? "[0x3 0x11 0x0]" : "[-   -    -]")}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nLong (extended) Self-test duration: {drive.Model.LongTestMinutes * 60} seconds [{drive.Model.LongTestMinutes:0.0} minutes]\n\n");
        AddJson(rows, drive, moment, report);

        return rows.Any(row => row.End is SelfTestEnd.Failed) ? SmartctlAnswer.SelfTestErrors : 0;
    }

    private static void AddJson(ImmutableArray<LoggedTest> rows, Drive drive, BoxMoment moment, JsonObject report)
    {
        if (moment.Product.Smartctl == "7.2")
        {
            return;
        }

        foreach (var (place, row) in rows.Index())
        {
            report[string.Create(CultureInfo.InvariantCulture, $"scsi_self_test_{place}")] = Row(row);
        }

        report["scsi_extended_self_test_seconds"] = drive.Model.LongTestMinutes * 60;
    }

    private static JsonObject Row(LoggedTest row)
    {
        var json = new JsonObject
        {
            ["code"] = new JsonObject { ["value"] = row.Kind is SelfTestKind.Long ? 2 : 1, ["string"] = TestWords.Kind(row.Kind, DriveProtocol.Sas) },
            ["result"] = new JsonObject
            {
                ["value"] = row.End is not { } end ? 15 : end switch
                {
                    SelfTestEnd.Passed => 0,
                    SelfTestEnd.Aborted => 1,
                    SelfTestEnd.Interrupted => 2,
                    SelfTestEnd.Failed => 7,
                },
                ["string"] = TestWords.Result(row, DriveProtocol.Sas, isJson: true),
            },
        };

        if (row.End is null)
        {
            json["self_test_in_progress"] = true;
            return json;
        }

        if (row.FailedAtBlock is { } block)
        {
            json["failed_segment"] = new JsonObject { ["value"] = TestWords.FailedSegment, ["aka"] = "self_test_number" };
            json["lba_first_failure"] = new JsonObject { ["value"] = block, ["aka"] = "address_of_first_failure" };
            json["sense_key"] = new JsonObject { ["value"] = 3, ["string"] = "Medium Error" };
            json["asc"] = 17;
            json["ascq"] = 0;
        }

        json["power_on_time"] = new JsonObject { ["hours"] = row.Hours, ["aka"] = "accumulated_power_on_hours" };

        return json;
    }
}
