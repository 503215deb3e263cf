namespace Burnin.Domain.Smart;

/// <summary>
/// Which parts of a report are missing that a whole one has: it was cut, or smartctl was asked for less. What stands in the
/// others may be fine, and the drive may not.
/// </summary>
public static class SmartCoverage
{
    private static readonly Version NvmeSelfTests = new(7, 4);

    /// <summary>In words for people; empty for a report that is whole.</summary>
    public static IEnumerable<string> Missing(SmartReport report)
    {
        if (report.HealthPassed is null)
        {
            yield return "the drive's own assessment";
        }

        var hasCounters = report.Protocol switch
        {
            SmartProtocol.Ata => !report.Attributes.IsEmpty,
            SmartProtocol.Scsi => report.Scsi?.GrownDefects is not null || report.Scsi?.ErrorCounters.Any() == true,
            SmartProtocol.Nvme => report.Nvme?.MediaErrors is not null,
            null => false,
        };
        if (!hasCounters)
        {
            yield return report.Protocol is SmartProtocol.Ata ? "the attribute table" : "the error counters";
        }

        if (report.SelfTests is { Log: null, IsSupported: not false } && HasSelfTestLog(report))
        {
            yield return "the self-test log";
        }
    }

    /// <summary>Of NVMe drives only newer releases read it.</summary>
    private static bool HasSelfTestLog(SmartReport report) =>
        report.Protocol is not SmartProtocol.Nvme
        || (report.SelfTests.IsSupported == true && Version.TryParse(report.SmartctlVersion, out var version) && version >= NvmeSelfTests);
}
