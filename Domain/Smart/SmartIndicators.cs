using System.Collections.Immutable;
using System.Globalization;

namespace Burnin.Domain.Smart;

/// <summary>
/// What one report shows by itself, in the order of its weight. It is no verdict: that compares reports, knows whether
/// the drive is new, and follows a policy.
/// </summary>
public static class SmartIndicators
{
    /// <summary>SCSI: a few blocks that were replaced long ago are a note, more are none.</summary>
    private const int ManyGrownDefects = 10;

    private static readonly ImmutableArray<WatchedAttribute> Watched =
    [
        new(5, "reallocated", ["Realloc", "Retired", "Bad_Bl", "Remap"], IndicatorSeverity.Fail) { OnSolidState = IndicatorSeverity.Warn },
        new(197, "pending", ["Pending"], IndicatorSeverity.Fail) { OnSolidState = IndicatorSeverity.Warn },
        new(198, "offline_uncorrectable", ["Uncorr", "UNC"], IndicatorSeverity.Fail) { OnSolidState = IndicatorSeverity.Warn },
        new(187, "reported_uncorrect", ["Uncorr", "UNC", "_UE_"], IndicatorSeverity.Fail),
        new(184, "end_to_end", ["End-to-End", "E2E", "Error_Detect"], IndicatorSeverity.Fail),
        new(10, "spin_retry", ["Spin_Retry"], IndicatorSeverity.Warn),
        new(188, "command_timeout", ["Command_Timeout"], IndicatorSeverity.Warn),
        new(199, "crc", ["CRC"], IndicatorSeverity.Warn),
    ];

    /// <summary>By the bits of NVMe's critical warning, from the lowest.</summary>
    private static readonly ImmutableArray<(string Code, IndicatorSeverity Severity)> CriticalWarnings =
    [
        ("nvme_crit_spare_low", IndicatorSeverity.Fail),
        ("nvme_crit_temperature", IndicatorSeverity.Warn),
        ("nvme_crit_reliability_degraded", IndicatorSeverity.Fail),
        ("nvme_crit_read_only", IndicatorSeverity.Fail),
        ("nvme_crit_volatile_backup_failed", IndicatorSeverity.Fail),
        ("nvme_crit_pmr_unreliable", IndicatorSeverity.Warn),
    ];

    public static ImmutableArray<SmartIndicator> Of(SmartReport report) =>
        [.. OfAvailability(report), .. OfHealth(report), .. OfSelfTests(report.SelfTests), .. OfAttributes(report), .. OfScsi(report), .. OfNvme(report.Nvme)];

    private static IEnumerable<SmartIndicator> OfAvailability(SmartReport report)
    {
        if (report.IsSmartAvailable == false)
        {
            yield return new SmartIndicator("smart_unavailable", IndicatorSeverity.Warn, "");
        }
        else if (report.IsSmartEnabled == false)
        {
            yield return new SmartIndicator("smart_disabled", IndicatorSeverity.Warn, "");
        }
    }

    private static IEnumerable<SmartIndicator> OfHealth(SmartReport report)
    {
        if (report.HealthPassed == false)
        {
            yield return new SmartIndicator("health_failed", IndicatorSeverity.Fail, report.HealthText ?? "smart_status.passed=false");
        }
    }

    private static IEnumerable<SmartIndicator> OfSelfTests(SelfTests tests)
    {
        if (tests.Last is not { } last)
        {
            yield break;
        }

        if (last.Result is SelfTestResult.Failed)
        {
            var where = last.Lba is { } lba ? string.Create(CultureInfo.InvariantCulture, $" lba={lba}") : "";
            yield return new SmartIndicator("selftest_failed", IndicatorSeverity.Fail, $"{last.Type}: {last.StatusText}{where}");
            yield break;
        }

        if (last.Result is not SelfTestResult.Passed)
        {
            var severity = last.Result is SelfTestResult.Fatal ? IndicatorSeverity.Warn : IndicatorSeverity.Info;
            yield return new SmartIndicator("selftest_not_completed", severity, SmartWire.Word(last.Result));
        }

        if (tests.FailedInLog > 0)
        {
            yield return new SmartIndicator("selftest_failed_earlier", IndicatorSeverity.Warn, Words(tests.FailedInLog));
        }
    }

    private static IEnumerable<SmartIndicator> OfAttributes(SmartReport report)
    {
        var isSolidState = report.Identity.RotationRpm == 0;
        foreach (var watched in Watched)
        {
            if (report.Attribute(watched.Id) is { Decoded: > 0 and var count } attribute && watched.IsMeantBy(attribute.Name))
            {
                yield return new SmartIndicator(watched.Code, isSolidState ? watched.OnSolidState ?? watched.Severity : watched.Severity, Words(count));
            }
        }

        if (report.AtaErrorCount is > 0 and var errors)
        {
            yield return new SmartIndicator("ata_error_log", IndicatorSeverity.Warn, Words(errors));
        }

        foreach (var failed in report.Attributes.Where(attribute => attribute.WhenFailed is not null))
        {
            yield return failed.WhenFailed is AttributeFailure.Now
                ? new SmartIndicator("attr_failing_now", failed.IsPrefail == true ? IndicatorSeverity.Fail : IndicatorSeverity.Warn, $"{failed.Id} {failed.Name}")
                : new SmartIndicator("attr_failed_past", IndicatorSeverity.Warn, $"{failed.Id} {failed.Name}");
        }
    }

    private static IEnumerable<SmartIndicator> OfScsi(SmartReport report)
    {
        if (report.Scsi is not { } scsi)
        {
            yield break;
        }

        foreach (var (name, counter) in scsi.ErrorCounters)
        {
            if (counter.Uncorrected is > 0 and var uncorrected)
            {
                yield return new SmartIndicator($"scsi_{name}_uncorrected", IndicatorSeverity.Fail, Words(uncorrected));
            }
        }

        if (scsi.GrownDefects is > 0 and var grown)
        {
            yield return new SmartIndicator("scsi_grown_defects", grown >= ManyGrownDefects ? IndicatorSeverity.Fail : IndicatorSeverity.Warn, Words(grown));
        }

        if (report.PendingDefectCount is > 0 and var pending)
        {
            yield return new SmartIndicator("scsi_pending_defects", IndicatorSeverity.Fail, Words(pending));
        }
    }

    private static IEnumerable<SmartIndicator> OfNvme(NvmeHealth? nvme)
    {
        if (nvme is null)
        {
            yield break;
        }

        for (var bit = 0; bit < CriticalWarnings.Length; bit++)
        {
            if ((nvme.CriticalWarning & (1 << bit)) > 0)
            {
                yield return new SmartIndicator(CriticalWarnings[bit].Code, CriticalWarnings[bit].Severity, $"critical_warning=0x{nvme.CriticalWarning:x2}");
            }
        }

        if (nvme.MediaErrors is > 0 and var errors)
        {
            yield return new SmartIndicator("nvme_media_errors", IndicatorSeverity.Fail, Words(errors));
        }

        if (nvme.AvailableSparePercent < nvme.AvailableSpareThresholdPercent)
        {
            yield return new SmartIndicator("nvme_spare_below_threshold", IndicatorSeverity.Fail, Words(nvme.AvailableSparePercent.Value));
        }

        if (nvme.PercentageUsed is >= 100 and var used)
        {
            yield return new SmartIndicator("nvme_worn_out", IndicatorSeverity.Warn, Words(used));
        }
    }

    private static string Words(long number) => number.ToString(CultureInfo.InvariantCulture);
}
