using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.SelfTests;
using Burnin.MockTrueNas.Smart;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>What smartctl prints of an NVMe drive; of its self-tests 7.2 knows nothing.</summary>
internal static class NvmeReport
{
    private const int BlocksPerUnit = 1000;

    public static int Write(Drive drive, BoxMoment moment, ReportPart parts, StringBuilder text, JsonObject report)
    {
        var vitals = new Vitals(drive, moment);

        if (parts.HasFlag(ReportPart.Identity))
        {
            AddIdentity(drive, moment, text, report);
        }

        if ((parts & ~(ReportPart.Identity | ReportPart.Settings | ReportPart.Brief)) == 0)
        {
            return 0;
        }

        text.Append("=== START OF SMART DATA SECTION ===\n");
        var warning = drive.IsHealthy ? 0 : 4;

        if (parts.HasFlag(ReportPart.Health))
        {
            text.Append("SMART overall-health self-assessment test result: ").Append(drive.IsHealthy ? "PASSED\n\n" : "FAILED!\n- NVM subsystem reliability has been degraded\n\n");
            report["smart_status"] = new JsonObject { ["passed"] = drive.IsHealthy, ["nvme"] = new JsonObject { ["value"] = warning } };
        }

        if (parts.HasFlag(ReportPart.Attributes))
        {
            AddHealth(drive, moment, vitals, warning, text, report);
        }

        if (parts.HasFlag(ReportPart.ErrorLog))
        {
            text.Append("Error Information (NVMe Log 0x01, 16 of 64 entries)\nNo Errors Logged\n\n");
            report["nvme_error_information_log"] = new JsonObject { ["size"] = 64, ["read"] = 16, ["unread"] = 0 };
        }

        var hasLog = (parts & (ReportPart.SelfTestLog | ReportPart.ExtendedSelfTestLog)) != 0 && !TestCommand.IsBeforeNvmeTests(moment.Product);
        var exit = drive.IsHealthy || !parts.HasFlag(ReportPart.Health) ? 0 : SmartctlAnswer.Failing;

        return hasLog ? exit | AddSelfTests(drive, moment, text, report) : exit;
    }

    private static void AddIdentity(Drive drive, BoxMoment moment, StringBuilder text, JsonObject report)
    {
        var model = drive.Model;
        text.Append("=== START OF INFORMATION SECTION ===\n")
            .Append(CultureInfo.InvariantCulture, $"Model Number:                       {model.Name}\n")
            .Append(CultureInfo.InvariantCulture, $"Serial Number:                      {drive.Serial}\n")
            .Append(CultureInfo.InvariantCulture, $"Firmware Version:                   {model.Firmware}\n")
            .Append("PCI Vendor/Subsystem ID:            0x144d\nIEEE OUI Identifier:                0x002538\n")
            .Append(CultureInfo.InvariantCulture, $"Total NVM Capacity:                 {model.Bytes:N0} [{Capacity.Short(model.Bytes)}]\nUnallocated NVM Capacity:           0\n")
            .Append("Controller ID:                      5\nNVMe Version:                       1.4\nNumber of Namespaces:               1\n")
            .Append(CultureInfo.InvariantCulture, $"Namespace 1 Size/Capacity:          {model.Bytes:N0} [{Capacity.Short(model.Bytes)}]\n")
            .Append("Namespace 1 Formatted LBA Size:     512\n")
            .Append(CultureInfo.InvariantCulture, $"Local Time is:                      {TestCommand.Clock(moment.Now)} UTC\n")
            .Append("Optional Admin Commands (0x0017):   Security Format Frmw_DL Self_Test\n")
            .Append(CultureInfo.InvariantCulture, $"Warning  Comp. Temp. Threshold:     {model.CriticalCelsius - 1} Celsius\nCritical Comp. Temp. Threshold:     {model.CriticalCelsius} Celsius\n\n");
        report["model_name"] = model.Name;
        report["serial_number"] = drive.Serial;
        report["firmware_version"] = model.Firmware;
        report["nvme_pci_vendor"] = new JsonObject { ["id"] = 5197, ["subsystem_id"] = 5197 };
        report["nvme_ieee_oui_identifier"] = 9528;
        report["nvme_total_capacity"] = model.Bytes;
        report["nvme_unallocated_capacity"] = 0;
        report["nvme_controller_id"] = 5;
        report["nvme_version"] = new JsonObject { ["string"] = "1.4", ["value"] = 66_560 };
        report["nvme_number_of_namespaces"] = 1;
        report["nvme_namespaces"] = new JsonArray(new JsonObject { ["id"] = 1, ["size"] = Capacity.Json(model), ["capacity"] = Capacity.Json(model), ["utilization"] = Capacity.Json(model), ["formatted_lba_size"] = 512 });
        report["user_capacity"] = Capacity.Json(model);
        report["logical_block_size"] = model.LogicalBlockBytes;

        if (moment.Product.Smartctl != "7.2")
        {
            report["smart_support"] = new JsonObject { ["available"] = true, ["enabled"] = true };
        }
    }

    private static void AddHealth(Drive drive, BoxMoment moment, Vitals vitals, int warning, StringBuilder text, JsonObject report)
    {
        var celsius = moment.CelsiusOf(drive) ?? 0;
        var (read, written, used) = (vitals.Read / BlocksPerUnit, vitals.Written / BlocksPerUnit, Math.Min(255, vitals.Hours / 900));
        text.Append("SMART/Health Information (NVMe Log 0x02)\n")
            .Append(CultureInfo.InvariantCulture, $"Critical Warning:                   0x{warning:x2}\nTemperature:                        {celsius} Celsius\n")
            .Append(CultureInfo.InvariantCulture, $"Available Spare:                    100%\nAvailable Spare Threshold:          10%\nPercentage Used:                    {used}%\n")
            .Append(CultureInfo.InvariantCulture, $"Data Units Read:                    {read:N0} [{Capacity.Short(read * 512_000.0)}]\nData Units Written:                 {written:N0} [{Capacity.Short(written * 512_000.0)}]\n")
            .Append(CultureInfo.InvariantCulture, $"Host Read Commands:                 {vitals.Operations:N0}\nHost Write Commands:                {vitals.Operations / 2:N0}\nController Busy Time:               {vitals.Hours / 10}\n")
            .Append(CultureInfo.InvariantCulture, $"Power Cycles:                       {vitals.PowerCycles}\nPower On Hours:                     {vitals.Hours:N0}\nUnsafe Shutdowns:                   2\n")
            .Append(CultureInfo.InvariantCulture, $"Media and Data Integrity Errors:    {vitals.Damage.Reported}\nError Information Log Entries:      0\nWarning  Comp. Temperature Time:    0\nCritical Comp. Temperature Time:    0\n\n");
        report["nvme_smart_health_information_log"] = new JsonObject
        {
            ["critical_warning"] = warning,
            ["temperature"] = celsius,
            ["available_spare"] = 100,
            ["available_spare_threshold"] = 10,
            ["percentage_used"] = used,
            ["data_units_read"] = read,
            ["data_units_written"] = written,
            ["host_reads"] = vitals.Operations,
            ["host_writes"] = vitals.Operations / 2,
            ["controller_busy_time"] = vitals.Hours / 10,
            ["power_cycles"] = vitals.PowerCycles,
            ["power_on_hours"] = vitals.Hours,
            ["unsafe_shutdowns"] = 2,
            ["media_errors"] = vitals.Damage.Reported,
            ["num_err_log_entries"] = 0,
            ["warning_temp_time"] = 0,
            ["critical_comp_time"] = 0,
        };
        report["temperature"] = new JsonObject { ["current"] = celsius };
        report["power_cycle_count"] = vitals.PowerCycles;
        report["power_on_time"] = new JsonObject { ["hours"] = vitals.Hours };
    }

    private static int AddSelfTests(Drive drive, BoxMoment moment, StringBuilder text, JsonObject report)
    {
        var rows = SelfTestLog.Of(drive, moment);
        var running = SelfTestLog.Running(drive, moment);
        var words = running is null ? "No self-test in progress" : $"{TestWords.Kind(running.Kind, DriveProtocol.Nvme)} self-test in progress";
        text.Append("Self-test Log (NVMe Log 0x06)\n").Append(CultureInfo.InvariantCulture, $"Self-test status: {words}");

        if (running is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({(int)running.Percent}% completed)");
        }

        text.Append(rows.IsEmpty ? "\nNo Self-tests Logged\n" : "\nNum  Test_Description  Status                       Power_on_Hours  Failing_LBA  NSID Seg SCT Code\n");

        foreach (var (place, row) in rows.Index())
        {
            var hasFailed = row.End is SelfTestEnd.Failed;
            text.Append(CultureInfo.InvariantCulture, $"{place,2}   {TestWords.Kind(row.Kind, DriveProtocol.Nvme),-17} {TestWords.Result(row, DriveProtocol.Nvme, isJson: false),-33} {row.Hours,9} {(row.FailedAtBlock?.ToString(CultureInfo.InvariantCulture) ?? "-"),12}     {(hasFailed ? "1" : "-")}   {(hasFailed ? TestWords.FailedSegment.ToString(CultureInfo.InvariantCulture) : "-")} {(hasFailed ? "0x2 0x81" : "  -    -")}\n");
        }

        text.Append('\n');
        var log = new JsonObject
        {
            ["current_self_test_operation"] = new JsonObject
            {
                ["value"] = running?.Kind switch
                {
                    null => 0,
                    SelfTestKind.Long => 2,
                    _ => 1,
                },
                ["string"] = words,
            },
        };

        if (running is not null)
        {
            log["current_self_test_completion_percent"] = (int)running.Percent;
        }

        if (!rows.IsEmpty)
        {
            log["table"] = new JsonArray([.. rows.Select(Row)]);
        }

        report["nvme_self_test_log"] = log;

        return rows.Any(row => row.End is SelfTestEnd.Failed) ? SmartctlAnswer.SelfTestErrors : 0;
    }

    private static JsonObject Row(LoggedTest row)
    {
        var json = new JsonObject
        {
            ["self_test_code"] = new JsonObject { ["value"] = row.Kind is SelfTestKind.Long ? 2 : 1, ["string"] = TestWords.Kind(row.Kind, DriveProtocol.Nvme) },
            ["self_test_result"] = new JsonObject
            {
                ["value"] = row.End switch
                {
                    SelfTestEnd.Aborted => 1,
                    SelfTestEnd.Interrupted => 2,
                    SelfTestEnd.Failed => 7,
                    _ => 0,
                },
                ["string"] = TestWords.Result(row, DriveProtocol.Nvme, isJson: true),
            },
            ["power_on_hours"] = row.Hours,
        };

        if (row.FailedAtBlock is { } block)
        {
            json["segment"] = TestWords.FailedSegment;
            json["lba"] = new JsonObject { ["value"] = block };
        }

        return json;
    }
}
