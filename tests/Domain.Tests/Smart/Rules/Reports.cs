using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Smart.Rules;
using Burnin.Domain.Verdicts;
using Burnin.Domain.Tests.Jobs;

namespace Burnin.Domain.Tests.Smart.Rules;

/// <summary>Healthy drives of each kind, to be made sick in one thing.</summary>
internal static class Reports
{
    public static SmartReport Disk { get; } = new()
    {
        Kind = SmartReportKind.Report,
        Protocol = SmartProtocol.Ata,
        SmartctlVersion = "7.4",
        DeviceType = "sat",
        Identity = new SmartIdentity { Model = "ST16000NM001G", Serial = "ZL2", CapacityBytes = 16_000_900_661_248, RotationRpm = 7200, LogicalBlockBytes = 512 },
        HealthPassed = true,
        HealthText = "PASSED",
        IsSmartAvailable = true,
        IsSmartEnabled = true,
        Temperature = new SmartTemperature { CurrentCelsius = 35 },
        PowerOnHours = 10,
        AtaErrorCount = 0,
        Attributes =
        [
            Attribute(5, "Reallocated_Sector_Ct", 0), Attribute(10, "Spin_Retry_Count", 0), Attribute(184, "End-to-End_Error", 0), Attribute(187, "Reported_Uncorrect", 0),
            Attribute(188, "Command_Timeout", 0), Attribute(197, "Current_Pending_Sector", 0), Attribute(198, "Offline_Uncorrectable", 0), Attribute(199, "UDMA_CRC_Error_Count", 0),
        ],
        PhyCounters = [new PhyCounter("sata", 1, "Command failed due to ICRC error", 0), new PhyCounter("sata", 9, "Transition from drive PhyRdy to drive PhyNRdy", 1)],
        SelfTests = new SelfTests { Log = [] },
    };

    public static SmartReport Flash { get; } = Disk with
    {
        Identity = Disk.Identity with { Model = "Samsung SSD 870", RotationRpm = 0, CapacityBytes = 1_000_204_886_016 },
        Attributes = [.. Disk.Attributes.Where(attribute => attribute.Id is not 10)],
    };

    public static SmartReport Sas { get; } = new()
    {
        Kind = SmartReportKind.Report,
        Protocol = SmartProtocol.Scsi,
        DeviceType = "scsi",
        SmartctlVersion = "7.4",
        Identity = new SmartIdentity { Model = "HUH721212AL5200", Serial = "8DG", CapacityBytes = 12_000_138_625_024, RotationRpm = 7200, LogicalBlockBytes = 4096 },
        HealthPassed = true,
        HealthText = "OK",
        Temperature = new SmartTemperature { CurrentCelsius = 35, TripCelsius = 65 },
        PendingDefectCount = 0,
        Scsi = new ScsiCounters
        {
            GrownDefects = 0,
            NonMediumErrors = 0,
            Read = new ScsiErrorCounter { Corrected = 300_000_000, Uncorrected = 0 },
            Write = new ScsiErrorCounter { Uncorrected = 0 },
            Verify = new ScsiErrorCounter { Uncorrected = 0 },
        },
        PhyCounters = [new PhyCounter("port 1 phy 0", null, "Invalid DWORD count", 0)],
        SelfTests = new SelfTests { Log = [] },
    };

    public static SmartReport Nvme { get; } = new()
    {
        Kind = SmartReportKind.Report,
        Protocol = SmartProtocol.Nvme,
        DeviceType = "nvme",
        SmartctlVersion = "7.4",
        Identity = new SmartIdentity { Model = "Samsung SSD 990", Serial = "S7D", CapacityBytes = 2_000_398_934_016 },
        HealthPassed = true,
        Temperature = new SmartTemperature { CurrentCelsius = 40, LimitCelsius = 82, TripCelsius = 85 },
        Nvme = new NvmeHealth { CriticalWarning = 0, AvailableSparePercent = 100, AvailableSpareThresholdPercent = 10, PercentageUsed = 0, MediaErrors = 0 },
        SelfTests = new SelfTests { Log = [] },
    };

    public static SmartAttribute Attribute(int id, string name, long decoded) => new(id, name, 100, 100, 10, decoded) { Decoded = decoded, RawText = $"{decoded}", IsPrefail = true };

    public static SmartReport With(this SmartReport report, int id, long decoded) =>
        report with { Attributes = [.. report.Attributes.Select(attribute => attribute.Id == id ? attribute with { Decoded = decoded, Raw = decoded, RawText = $"{decoded}" } : attribute)] };

    /// <summary>Newest first.</summary>
    public static SmartReport Tested(this SmartReport report, params (string Type, SelfTestResult Result)[] rows) =>
        report with { SelfTests = new SelfTests { Log = [.. rows.Select(row => new SelfTestRow(row.Type, row.Result, "said so"))] } };

    public static SmartSnapshot Snapshot(this SmartReport report) => new() { TakenAt = Sample.Noon, Report = report, Passed = report.HealthPassed, TemperatureCelsius = report.Temperature.CurrentCelsius };

    /// <summary>After the test.</summary>
    public static ImmutableArray<Reason> Judged(SmartReport? before, SmartReport now, string policy = "new", int? hottest = null) =>
        SmartJudge.After(VerdictPolicies.Find(policy)!, DriveMedium.Unknown, before?.Snapshot(), now.Snapshot(), hottest);

    public static ImmutableArray<Reason> JudgedBefore(SmartReport now, string policy = "new") =>
        SmartJudge.Before(VerdictPolicies.Find(policy)!, DriveMedium.Unknown, now.Snapshot());

    /// <summary>Codes with their severity, as <c>code:fail code:note</c>.</summary>
    public static string Words(this ImmutableArray<Reason> reasons) => string.Join(' ', reasons.Select(reason => $"{reason.Code}:{reason.Severity.Word}"));
}
