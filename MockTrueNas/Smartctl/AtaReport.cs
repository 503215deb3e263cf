using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.SelfTests;
using Burnin.MockTrueNas.Smart;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>What smartctl prints of a SATA drive.</summary>
internal static class AtaReport
{
    private const int Running = 15;
    private const int OfflineSeconds = 584;
    private const int ErrorsLogged = 64;
    private const int PrefailNow = 16;
    private const int AttributePast = 32;

    public static int Write(Drive drive, BoxMoment moment, ReportPart parts, StringBuilder text, JsonObject report)
    {
        if (parts.HasFlag(ReportPart.Identity))
        {
            AtaIdentity.Write(drive, moment, parts.HasFlag(ReportPart.Settings), text, report);
        }

        if ((parts & ~(ReportPart.Identity | ReportPart.Settings | ReportPart.Brief)) == 0)
        {
            return 0;
        }

        text.Append("=== START OF READ SMART DATA SECTION ===\n");
        var exit = drive.IsHealthy || !parts.HasFlag(ReportPart.Health) ? 0 : SmartctlAnswer.Failing;

        if (parts.HasFlag(ReportPart.Health))
        {
            text.Append("SMART overall-health self-assessment test result: ").Append(drive.IsHealthy ? "PASSED" : "FAILED!\nDrive failure expected in less than 24 hours. SAVE ALL DATA.").Append("\n\n");
            report["smart_status"] = new JsonObject { ["passed"] = drive.IsHealthy };
        }

        if (parts.HasFlag(ReportPart.Capabilities))
        {
            AddCapabilities(drive, moment, text, report);
        }

        if (parts.HasFlag(ReportPart.Attributes))
        {
            exit |= AddAttributes(drive, moment, parts.HasFlag(ReportPart.Brief), text, report);
        }

        if (parts.HasFlag(ReportPart.ErrorLog))
        {
            exit |= AddErrors(drive, moment, parts.HasFlag(ReportPart.Brief), text, report);
        }

        return exit | AtaSelfTests.Write(drive, moment, parts, text, report);
    }

    /// <summary>The nibble above says what is, that below how much remains in tens.</summary>
    private static (int Value, string Text, string Json) Status(Drive drive, BoxMoment moment)
    {
        if (SelfTestLog.Running(drive, moment) is { } running)
        {
            var remaining = running.RemainingInTens;

            return (
                (Running << 4) | (remaining / 10),
                string.Create(CultureInfo.InvariantCulture, $"Self-test routine in progress...\n\t\t\t\t\t{remaining / 10}0% of test remaining."),
                string.Create(CultureInfo.InvariantCulture, $"in progress, {remaining}% remaining"));
        }

        return SelfTestLog.Of(drive, moment).FirstOrDefault() switch
        {
            { End: SelfTestEnd.Failed } failed => (
                AtaSelfTests.StatusOf(failed),
                "The previous self-test completed having\n\t\t\t\t\tthe read element of the test failed.",
                "completed with error (read test element)"),
            { End: SelfTestEnd.Aborted } aborted => (AtaSelfTests.StatusOf(aborted), "The self-test routine was aborted by\n\t\t\t\t\tthe host.", "was aborted by the host"),
            { End: SelfTestEnd.Interrupted } cut => (
                AtaSelfTests.StatusOf(cut), "The self-test routine was interrupted\n\t\t\t\t\tby the host with a hard or soft reset.", "was interrupted by the host with a reset"),
            _ => (0, "The previous self-test routine completed\n\t\t\t\t\twithout error or no self-test has ever \n\t\t\t\t\tbeen run.", "completed without error"),
        };
    }

    private static void AddCapabilities(Drive drive, BoxMoment moment, StringBuilder text, JsonObject report)
    {
        var (value, words, json) = Status(drive, moment);
        var model = drive.Model;
        text.Append(CultureInfo.InvariantCulture, $"""
            General SMART Values:
            Offline data collection status:  (0x82)	Offline data collection activity
            					was completed without error.
            					Auto Offline Data Collection: Enabled.
            Self-test execution status:      ({value,4})	{words}
            Total time to complete Offline 
            data collection: 		({OfflineSeconds,5}) seconds.
            Offline data collection
            capabilities: 			 (0x7b) SMART execute Offline immediate.
            					Auto Offline data collection on/off support.
            					Suspend Offline collection upon new
            					command.
            					Offline surface scan supported.
            					Self-test supported.
            					{(model.HasConveyanceTest ? "Conveyance" : "No Conveyance")} Self-test supported.
            					Selective Self-test supported.
            SMART capabilities:            (0x0003)	Saves SMART data before entering
            					power-saving mode.
            					Supports SMART auto save timer.
            Error logging capability:        (0x01)	Error logging supported.
            					General Purpose Logging supported.
            Short self-test routine 
            recommended polling time: 	 ({model.ShortTestMinutes,4}) minutes.
            Extended self-test routine
            recommended polling time: 	 ({model.LongTestMinutes,4}) minutes.

            """);

        if (model.HasConveyanceTest)
        {
            text.Append(CultureInfo.InvariantCulture, $"Conveyance self-test routine\nrecommended polling time: \t ({model.ShortTestMinutes + 1,4}) minutes.\n");
        }

        text.Append('\n');
        var status = new JsonObject { ["value"] = value, ["string"] = json };

        if (value >> 4 == Running)
        {
            status["remaining_percent"] = (value & 15) * 10;
        }
        else if (value >> 4 == 0)
        {
            status["passed"] = true;
        }
        else if (value >> 4 > 3)
        {
            status["passed"] = false;
        }

        var minutes = new JsonObject { ["short"] = model.ShortTestMinutes, ["extended"] = model.LongTestMinutes };

        if (model.HasConveyanceTest)
        {
            minutes["conveyance"] = model.ShortTestMinutes + 1;
        }

        report["ata_smart_data"] = new JsonObject
        {
            ["offline_data_collection"] = new JsonObject
            {
                ["status"] = new JsonObject { ["value"] = 130, ["string"] = "was completed without error", ["passed"] = true },
                ["completion_seconds"] = OfflineSeconds,
            },
            ["self_test"] = new JsonObject { ["status"] = status, ["polling_minutes"] = minutes },
            ["capabilities"] = new JsonObject
            {
                ["values"] = new JsonArray(123, 3),
                ["exec_offline_immediate_supported"] = true,
                ["offline_is_aborted_upon_new_cmd"] = false,
                ["offline_surface_scan_supported"] = true,
                ["self_tests_supported"] = true,
                ["conveyance_self_test_supported"] = model.HasConveyanceTest,
                ["selective_self_test_supported"] = true,
                ["attribute_autosave_enabled"] = true,
                ["error_logging_supported"] = true,
                ["gp_logging_supported"] = true,
            },
        };
    }

    /// <summary>Two layouts; the bits of the exit status depend on whether the drive calls itself healthy.</summary>
    private static int AddAttributes(Drive drive, BoxMoment moment, bool isBrief, StringBuilder text, JsonObject report)
    {
        var table = AttributeTable.Of(drive, moment);
        text.Append("SMART Attributes Data Structure revision number: 10\nVendor Specific SMART Attributes with Thresholds:\n")
            .Append(isBrief
                ? "ID# ATTRIBUTE_NAME          FLAGS    VALUE WORST THRESH FAIL RAW_VALUE\n"
                : "ID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED  WHEN_FAILED RAW_VALUE\n")
            .AppendJoin('\n', table.Select(attribute => isBrief ? attribute.BriefLine() : attribute.OldLine()))
            .Append('\n');

        if (isBrief)
        {
            text.Append("""
                                            ||||||_ K auto-keep
                                            |||||__ C event count
                                            ||||___ R error rate
                                            |||____ S speed/performance
                                            ||_____ O updated online
                                            |______ P prefailure warning

                """);
        }

        text.Append('\n');
        report["ata_smart_attributes"] = new JsonObject { ["revision"] = 10, ["table"] = new JsonArray([.. table.Select(attribute => attribute.Row())]) };
        report["power_on_time"] = new JsonObject { ["hours"] = moment.PowerOnHoursOf(drive) };
        report["power_cycle_count"] = new Vitals(drive, moment).PowerCycles;

        if (moment.CelsiusOf(drive) is { } celsius)
        {
            report["temperature"] = new JsonObject { ["current"] = celsius };
        }

        return !drive.IsHealthy && table.Any(attribute => attribute.WhenFailed == "now") ? PrefailNow
            : drive.IsHealthy && table.Any(attribute => attribute.WhenFailed.Length > 0) ? AttributePast
            : 0;
    }

    private static int AddErrors(Drive drive, BoxMoment moment, bool isExtended, StringBuilder text, JsonObject report)
    {
        var errors = Damage.Of(drive, moment).Reported;
        text.Append(isExtended ? "SMART Extended Comprehensive Error Log Version: 1 (1 sectors)\n" : "SMART Error Log Version: 1\n")
            .Append(errors == 0 ? "No Errors Logged\n\n" : string.Create(CultureInfo.InvariantCulture, $"ATA Error Count: {errors}\n\n"));
        report["ata_smart_error_log"] = isExtended
            ? new JsonObject { ["extended"] = new JsonObject { ["revision"] = 1, ["sectors"] = 1, ["count"] = errors } }
            : new JsonObject { ["summary"] = new JsonObject { ["revision"] = 1, ["count"] = errors } };

        return errors == 0 ? 0 : ErrorsLogged;
    }
}
