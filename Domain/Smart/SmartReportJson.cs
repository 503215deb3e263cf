using System.Globalization;
using System.Text.Json;

namespace Burnin.Domain.Smart;

/// <summary>A report as JSON for other programs: what was not reported is null, or is left out of the parts that depend on the kind of drive.</summary>
public static class SmartReportJson
{
    /// <summary>Writes the facts as properties of the object that is open.</summary>
    public static void Write(Utf8JsonWriter writer, SmartReport report)
    {
        WriteHead(writer, report);
        writer.WriteStartObject("attributes");
        foreach (var attribute in report.Attributes.GroupBy(row => row.Id))
        {
            Write(writer, attribute.Last());
        }

        writer.WriteEndObject();
        Write(writer, report.SelfTests, hasSegments: report.Protocol is not SmartProtocol.Ata);
        Write(writer, "ata_error_count", report.AtaErrorCount);
        writer.WriteStartObject("device_statistics");
        foreach (var statistic in report.DeviceStatistics.GroupBy(row => row.Name))
        {
            writer.WriteNumber(statistic.Key, statistic.Last().Value);
        }

        writer.WriteEndObject();
        WriteScsi(writer, report);
        Write(writer, report.Nvme);
        Write(writer, "messages", report.Messages);
        Write(writer, "uncertain", report.Uncertain);
        WriteTail(writer, report);
    }

    public static void WriteIndicators(Utf8JsonWriter writer, SmartReport report)
    {
        writer.WriteStartArray("indicators");
        foreach (var indicator in SmartIndicators.Of(report))
        {
            writer.WriteStartObject();
            writer.WriteString("code", indicator.Code);
            writer.WriteString("severity", SmartWire.Word(indicator.Severity));
            writer.WriteString("detail", indicator.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteHead(Utf8JsonWriter writer, SmartReport report)
    {
        writer.WriteString("kind", SmartWire.Word(report.Kind));
        writer.WriteString("format", report.Format is SmartFormat.Json ? "json" : "text");
        writer.WriteString("smartctl_version", report.SmartctlVersion);
        Write(writer, "exit_status", report.ExitStatus);
        writer.WriteString("protocol", report.Protocol is { } protocol ? SmartWire.Word(protocol) : null);
        writer.WriteString("device_type", report.DeviceType);
        writer.WriteString("model", report.Identity.Model);
        writer.WriteString("family", report.Identity.Family);
        writer.WriteString("serial", report.Identity.Serial);
        writer.WriteString("wwn", report.Identity.Wwn);
        writer.WriteString("firmware", report.Identity.Firmware);
        Write(writer, "capacity_bytes", report.Identity.CapacityBytes);
        Write(writer, "rotation_rpm", report.Identity.RotationRpm);
        Write(writer, "smart_available", report.IsSmartAvailable);
        Write(writer, "smart_enabled", report.IsSmartEnabled);
        Write(writer, "health_passed", report.HealthPassed);
        writer.WriteString("health_text", report.HealthText);
        Write(writer, "temperature_c", report.Temperature.CurrentCelsius);
        Write(writer, "power_on_hours", report.PowerOnHours);
    }

    private static void WriteTail(Utf8JsonWriter writer, SmartReport report)
    {
        if (report.ExitStatus is not null)
        {
            writer.WriteStartArray("exit_bits");
            foreach (var bit in report.ExitBits)
            {
                writer.WriteNumberValue(bit);
            }

            writer.WriteEndArray();
        }

        if (report.Kind is SmartReportKind.Scan)
        {
            writer.WriteStartArray("scan");
            foreach (var device in report.Scan)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(device.Name);
                writer.WriteStringValue(device.Type);
                writer.WriteStringValue(device.InfoName);
                writer.WriteStringValue(device.Description);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        if (report.Command is { } command)
        {
            writer.WriteStartObject("command");
            writer.WriteString("asked", command.Asked);
            writer.WriteBoolean("started", command.IsStarted);
            writer.WriteBoolean("aborted", command.IsAborted);
            writer.WriteBoolean("refused_because_running", command.IsRefusedBecauseRunning);
            Write(writer, "minutes", command.Minutes);
            writer.WriteBoolean("silent_no_op", command.IsSilentNoOp);
            writer.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter writer, SmartAttribute attribute)
    {
        writer.WriteStartObject(attribute.Id.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("name", attribute.Name);
        Write(writer, "value", attribute.Value);
        Write(writer, "worst", attribute.Worst);
        Write(writer, "thresh", attribute.Threshold);
        writer.WriteString("raw_text", attribute.RawText);
        Write(writer, "raw_int", attribute.Raw);
        Write(writer, "decoded", attribute.Decoded);
        writer.WriteString("note", attribute.Note);
        writer.WriteString("when_failed", SmartWire.Word(attribute.WhenFailed));
        Write(writer, "prefail", attribute.IsPrefail);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SelfTests tests, bool hasSegments)
    {
        writer.WriteStartObject("selftest");
        Write(writer, "supported", tests.IsSupported);
        Write(writer, "running", tests.IsRunning);
        Write(writer, "remaining_pct", tests.RemainingPercent);
        writer.WriteString("running_type", tests.RunningType);
        if (tests.Last is { } last)
        {
            writer.WritePropertyName("last");
            Write(writer, last, hasSegments);
        }
        else
        {
            writer.WriteNull("last");
        }

        Write(writer, "log_count", tests.LogCount);
        writer.WriteNumber("failed_in_log", tests.FailedInLog);
        Write(writer, "short_minutes", tests.ShortMinutes);
        Write(writer, "extended_minutes", tests.ExtendedMinutes);
        Write(writer, "conveyance_minutes", tests.ConveyanceMinutes);
        if (tests.Log is { } log)
        {
            writer.WriteStartArray("log");
            foreach (var row in log)
            {
                Write(writer, row, hasSegments);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SelfTestRow row, bool hasSegments)
    {
        writer.WriteStartObject();
        writer.WriteString("type", row.Type);
        writer.WriteString("result", SmartWire.Word(row.Result));
        writer.WriteString("status_text", row.StatusText);
        Write(writer, "remaining_pct", row.RemainingPercent);
        Write(writer, "hours", row.Hours);
        Write(writer, "lba", row.Lba);
        if (hasSegments)
        {
            Write(writer, "segment", row.Segment);
        }

        writer.WriteEndObject();
    }

    private static void WriteScsi(Utf8JsonWriter writer, SmartReport report)
    {
        var scsi = report.Scsi;
        writer.WriteStartObject("scsi");
        foreach (var (name, counter) in scsi?.ErrorCounters ?? [])
        {
            WriteKnown(writer, $"{name}_uncorrected", counter.Uncorrected);
            WriteKnown(writer, $"{name}_corrected", counter.Corrected);
        }

        WriteKnown(writer, "grown_defects", scsi?.GrownDefects);
        WriteKnown(writer, "pending_defects", scsi is null ? null : report.PendingDefectCount);
        WriteKnown(writer, "non_medium_errors", scsi?.NonMediumErrors);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, NvmeHealth? nvme)
    {
        writer.WriteStartObject("nvme");
        WriteKnown(writer, "critical_warning", nvme?.CriticalWarning);
        WriteKnown(writer, "available_spare", nvme?.AvailableSparePercent);
        WriteKnown(writer, "available_spare_threshold", nvme?.AvailableSpareThresholdPercent);
        WriteKnown(writer, "percentage_used", nvme?.PercentageUsed);
        WriteKnown(writer, "media_errors", nvme?.MediaErrors);
        WriteKnown(writer, "num_err_log_entries", nvme?.ErrorLogEntries);
        WriteKnown(writer, "unsafe_shutdowns", nvme?.UnsafeShutdowns);
        WriteKnown(writer, "power_cycles", nvme?.PowerCycles);
        WriteKnown(writer, "warning_temp_time", nvme?.WarningTemperatureMinutes);
        WriteKnown(writer, "critical_comp_time", nvme?.CriticalTemperatureMinutes);
        WriteKnown(writer, "data_units_written", nvme?.DataUnitsWritten);
        WriteKnown(writer, "data_units_read", nvme?.DataUnitsRead);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, bool? flag)
    {
        if (flag is { } known)
        {
            writer.WriteBoolean(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteKnown(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(name, known);
        }
    }
}
