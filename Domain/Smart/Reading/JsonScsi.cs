using System.Text.Json;

namespace Burnin.Domain.Smart.Reading;

internal static class JsonScsi
{
    /// <summary>Of one defect, in the list whose length two releases gave for the number of defects.</summary>
    private const int BytesOfDefect = 8;

    /// <param name="json">The answer.</param>
    /// <param name="countsDefectBytes">It is of a release that did.</param>
    public static ScsiCounters Read(JsonElement json, bool countsDefectBytes)
    {
        var errors = json.At("scsi_error_counter_log");
        var cycles = json.At("scsi_start_stop_cycle_counter");
        var health = json.At("smart_status", "scsi");
        var scan = json.At("scsi_background_scan", "status");
        var defects = json.At("scsi_grown_defect_list").Number();
        return new ScsiCounters
        {
            Read = Counter(errors.At("read")),
            Write = Counter(errors.At("write")),
            Verify = Counter(errors.At("verify")),
            GrownDefects = countsDefectBytes && defects % BytesOfDefect == 0 ? defects / BytesOfDefect : defects,
            StartStopCycles = cycles.At("accumulated_start_stop_cycles").Number(),
            SpecifiedStartStopCycles = cycles.At("specified_cycle_count_over_device_lifetime").Number(),
            LoadUnloadCycles = cycles.At("accumulated_load_unload_cycles").Number(),
            SpecifiedLoadUnloadCycles = cycles.At("specified_load_unload_count_over_device_lifetime").Number(),
            EndurancePercentUsed = json.At("scsi_percentage_used_endurance_indicator").Int() ?? json.At("endurance_used", "current_percent").Int(),
            ManufacturedWeek = (cycles.At("year_of_manufacture").Text(), cycles.At("week_of_manufacture").Text()) is ({ } year, { } week) ? $"{year}-{week}" : null,
            HealthReason = health.At("ie_string").Text(),
            HealthAsc = health.At("asc").Int(),
            HealthAscq = health.At("ascq").Int(),
            BackgroundScanStatus = scan.At("string").Text(),
            BackgroundScansDone = scan.At("number_scans_performed").Number(),
        };
    }

    private static ScsiErrorCounter? Counter(JsonElement row) => row.IsObject()
        ? new ScsiErrorCounter
        {
            CorrectedFast = row.At("errors_corrected_by_eccfast").Number(),
            CorrectedDelayed = row.At("errors_corrected_by_eccdelayed").Number(),
            Retries = row.At("errors_corrected_by_rereads_rewrites").Number(),
            Corrected = row.At("total_errors_corrected").Number(),
            CorrectionInvocations = row.At("correction_algorithm_invocations").Number(),
            GigabytesProcessed = Gigabytes(row.At("gigabytes_processed")),
            Uncorrected = row.At("total_uncorrected_errors").Number(),
        }
        : null;

    private static decimal? Gigabytes(JsonElement value) => Numbers.Gigabytes(value.ValueKind is JsonValueKind.Number ? value.GetRawText() : value.Text());
}
