using System.Collections.Immutable;

namespace Burnin.Domain.Smart;

/// <summary>
/// What one output of smartctl says, of any release, kind of drive and form. Null is "not reported", which is never
/// zero. Made by <see cref="SmartReports"/>, which makes one of every text: what cannot be understood is an
/// <see cref="SmartReportKind.Error"/>.
/// </summary>
public sealed record SmartReport
{
    public required SmartReportKind Kind { get; init; }

    /// <summary>Null: neither JSON nor the words of smartctl.</summary>
    public SmartFormat? Format { get; init; }

    public string? SmartctlVersion { get; init; }

    /// <summary>smartctl's own, as its JSON or the caller tells. A mask of <see cref="ExitBits"/>; 255 is also "a SAS self-test runs already".</summary>
    public int? ExitStatus { get; init; }

    public SmartProtocol? Protocol { get; init; }

    /// <summary>As smartctl names the way it asked: <c>sat</c>, <c>scsi</c>, <c>nvme</c>, <c>megaraid,4</c>. Text does not tell.</summary>
    public string? DeviceType { get; init; }

    public SmartIdentity Identity { get; init; } = new();

    public bool? IsSmartAvailable { get; init; }

    public bool? IsSmartEnabled { get; init; }

    /// <summary>The drive's own assessment. True is weak evidence.</summary>
    public bool? HealthPassed { get; init; }

    /// <summary>The same in the words of the text form: <c>PASSED</c>, <c>FAILED!</c>, <c>OK</c>, or a phrase of SCSI.</summary>
    public string? HealthText { get; init; }

    /// <summary>The drive did not answer; smartctl has judged from the attribute table instead.</summary>
    public bool IsHealthFromAttributes { get; init; }

    public SmartTemperature Temperature { get; init; } = new();

    public long? PowerOnHours { get; init; }

    public long? PowerCycles { get; init; }

    /// <summary>By id. Empty where the drive, or the way of asking, offers no table.</summary>
    public ImmutableArray<SmartAttribute> Attributes { get; init; } = [];

    public SelfTests SelfTests { get; init; } = new();

    /// <summary>Errors that an ATA drive has counted, also those that its log has no room for any more.</summary>
    public long? AtaErrorCount { get; init; }

    /// <summary>The newest of those errors, newest first.</summary>
    public ImmutableArray<AtaError> AtaErrors { get; init; } = [];

    public ImmutableArray<DeviceStatistic> DeviceStatistics { get; init; } = [];

    public ImmutableArray<PhyCounter> PhyCounters { get; init; } = [];

    /// <summary>Rows of the pending defects log of ATA, or of the list of SCSI.</summary>
    public long? PendingDefectCount { get; init; }

    public ErrorRecoveryControl? ErrorRecoveryControl { get; init; }

    public LinkSpeed? LinkSpeed { get; init; }

    public SeagateFarm? Farm { get; init; }

    public ScsiCounters? Scsi { get; init; }

    public NvmeHealth? Nvme { get; init; }

    /// <summary>What smartctl could not do, in its own words.</summary>
    public ImmutableArray<string> Messages { get; init; } = [];

    /// <summary>More reports stood behind it in the same text, and were not read.</summary>
    public bool IsFirstOfSeveral { get; init; }

    /// <summary>Where not to rely on what was read, and why.</summary>
    public ImmutableArray<string> Uncertain { get; init; } = [];

    /// <summary>Of a scan.</summary>
    public ImmutableArray<ScannedDevice> Scan { get; init; } = [];

    /// <summary>Of the output of <c>-t</c> or <c>-X</c>.</summary>
    public SelfTestCommand? Command { get; init; }

    /// <summary>The bits that are set in the exit status: 0 and 1 speak of the call, 2 of some command, 3 to 7 of the drive.</summary>
    public ImmutableArray<int> ExitBits() => ExitStatus is { } status and >= 0 ? [.. Enumerable.Range(0, 8).Where(bit => (status & (1 << bit)) != 0)] : [];

    /// <summary>The attribute of this id; null where the drive has none.</summary>
    public SmartAttribute? Attribute(int id)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Id == id)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The device statistic of this page and offset, which are the same in every release; the names are not.</summary>
    public long? Statistic(int page, int offset) =>
        DeviceStatistics.FirstOrDefault(statistic => statistic.Page == page && statistic.Offset == offset)?.Value;

    /// <summary>The same without what only people read: small enough for the record of a job.</summary>
    public SmartReport Condensed() => this with { AtaErrors = [], Messages = [], SelfTests = SelfTests.Condensed() };
}
