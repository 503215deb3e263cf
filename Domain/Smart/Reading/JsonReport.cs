using System.Collections.Immutable;
using System.Text.Json;

namespace Burnin.Domain.Smart.Reading;

/// <summary>The JSON of smartctl, of any release since the first that had it.</summary>
internal static class JsonReport
{
    private const string AttributeCheck = "based on an Attribute check";

    public static SmartReport Read(JsonElement root, int? exitStatus)
    {
        var json = root.ValueKind is JsonValueKind.Array ? root.Items().FirstOrDefault(item => item.IsObject()) : root;
        var tool = json.At("smartctl");
        var version = Version(tool.At("version"));
        var protocol = ProtocolOf(json);
        ImmutableArray<string> messages = [.. tool.At("messages").Items().Select(message => message.At("string").Text()).OfType<string>()];
        var report = new SmartReport
        {
            Kind = SmartReportKind.Error,
            Format = SmartFormat.Json,
            SmartctlVersion = version?.ToString(),
            ExitStatus = tool.At("exit_status").Int() ?? exitStatus,
            Protocol = protocol,
            DeviceType = json.At("device", "type").Text(),
            Identity = JsonIdentity.Read(json),
            IsSmartAvailable = json.At("smart_support", "available").Flag() ?? json.At("smart_support").Flag(),
            IsSmartEnabled = json.At("smart_support", "enabled").Flag(),
            HealthPassed = json.At("smart_status", "passed").Flag(),
            IsHealthFromAttributes = messages.Any(message => message.Contains(AttributeCheck, StringComparison.Ordinal)),
            Temperature = JsonTemperature.Read(json),
            PowerOnHours = json.At("power_on_time", "hours").Number() ?? json.At("nvme_smart_health_information_log", "power_on_hours").Number(),
            PowerCycles = json.At("power_cycle_count").Number(),
            Attributes = JsonAta.Attributes(json),
            SelfTests = JsonSelfTests.Read(json, protocol),
            AtaErrorCount = JsonAta.ErrorCount(json),
            AtaErrors = JsonAta.Errors(json),
            DeviceStatistics = JsonAta.Statistics(json),
            PhyCounters = [.. JsonPhy.Sata(json), .. JsonPhy.Sas(json)],
            PendingDefectCount = json.At("ata_pending_defects_log", "count").Number() ?? json.At("scsi_pending_defects", "count").Number(),
            ErrorRecoveryControl = JsonAta.Recovery(json),
            LinkSpeed = JsonPhy.Speed(json),
            Farm = JsonFarm.Read(json.At("seagate_farm_log")),
            Scsi = protocol is SmartProtocol.Scsi ? JsonScsi.Read(json, CountsDefectBytes(version)) : null,
            Nvme = JsonNvme.Read(json.At("nvme_smart_health_information_log")),
            Messages = messages,
            Scan = Scan(json),
            Command = Command(tool),
        };
        return Filled(report, tool.At("output"), version).Completed(IsAsleep(json, messages), report.Command is not null);
    }

    /// <summary>The plain text inside fills the gaps, and takes back the doubts that it settles.</summary>
    private static SmartReport Filled(SmartReport report, JsonElement output, Version? version)
    {
        var full = output.ValueKind is JsonValueKind.Array && HasGaps(report)
            ? ReportGaps.Fill(report, TextReport.Facts(new TextLines(output.Items().Select(line => line.ValueKind is JsonValueKind.String ? line.GetString() ?? "" : ""))))
            : report;
        return full with { Uncertain = [.. Doubts(full, version)] };
    }

    /// <summary>The JSON of ATA drives tells all that the text does, of NVMe drives nearly so. That of SCSI drives never has.</summary>
    private static bool HasGaps(SmartReport report) => report.Protocol switch
    {
        SmartProtocol.Ata => report.HealthPassed is null || report.IsSmartAvailable is null || report.SelfTests.IsRunning is null || report.Attributes.IsEmpty,
        SmartProtocol.Nvme => report.HealthPassed is null || report.IsSmartAvailable is null || report.SelfTests.IsSupported is null || report.Nvme is null,
        SmartProtocol.Scsi or null => true,
    };

    private static IEnumerable<string> Doubts(SmartReport report, Version? version)
    {
        if (report.IsHealthFromAttributes)
        {
            yield return "health_passed (attribute check)";
        }

        if (report.Protocol is SmartProtocol.Scsi && report.SelfTests.Log is null && version is not null && version < new Version(7, 3))
        {
            yield return "selftest (no SCSI self-test log in JSON before 7.3)";
        }

        if (report.Scsi?.GrownDefects > 0 && CountsDefectBytes(version))
        {
            yield return "grown_defects (7.0 and 7.1 give bytes of the list, most often 8 for a defect)";
        }
    }

    private static bool CountsDefectBytes(Version? version) => version == new Version(7, 0) || version == new Version(7, 1);

    private static Version? Version(JsonElement version)
    {
        int?[] parts = [.. version.Items().Take(2).Select(part => part.Int())];
        return parts is [>= 0 and var major, >= 0 and var minor] ? new Version(major, minor) : null;
    }

    private static SmartProtocol? ProtocolOf(JsonElement json) => json.At("device", "protocol").Text() switch
    {
        "ATA" => SmartProtocol.Ata,
        "SCSI" => SmartProtocol.Scsi,
        "NVMe" => SmartProtocol.Nvme,
        _ => Has(json, "nvme_smart_health_information_log", "nvme_self_test_log") ? SmartProtocol.Nvme
            : Has(json, "ata_smart_data", "ata_smart_attributes", "ata_smart_self_test_log") ? SmartProtocol.Ata
            : Has(json, "scsi_error_counter_log", "scsi_self_test_0") || json.At("scsi_vendor").Text() is not null ? SmartProtocol.Scsi
            : null,
    };

    private static bool Has(JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.At(name).IsObject())
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAsleep(JsonElement json, ImmutableArray<string> messages) =>
        messages.Any(TextReport.SaysAsleep)
        || (json.At("power_mode", "name").Text() is { } mode && (mode.StartsWith("STANDBY", StringComparison.Ordinal) || mode.StartsWith("SLEEP", StringComparison.Ordinal)));

    private static ImmutableArray<ScannedDevice> Scan(JsonElement json) =>
    [
        .. json.At("devices").Items().Select(device => device.At("name").Text() is { } name && device.At("open_error").Text() is null
            ? new ScannedDevice(name, device.At("type").Text(), device.At("info_name").Text(), device.At("protocol").Text())
            : null).OfType<ScannedDevice>(),
    ];

    /// <summary>What was asked for; the plain text alone tells what came of it.</summary>
    private static SelfTestCommand? Command(JsonElement tool)
    {
        string[] argv = [.. tool.At("argv").Items().Select(word => word.Text()).OfType<string>()];
        for (var i = 1; i < argv.Length; i++)
        {
            if (argv[i] is "-X" or "--abort")
            {
                return new SelfTestCommand { Asked = "abort" };
            }

            var asked = argv[i] is "-t" or "--test" ? argv.ElementAtOrDefault(i + 1)
                : argv[i].StartsWith("--test=", StringComparison.Ordinal) ? argv[i]["--test=".Length..]
                : null;
            if (asked is not null)
            {
                return new SelfTestCommand { Asked = asked.Split(',')[0] };
            }
        }

        return null;
    }
}
