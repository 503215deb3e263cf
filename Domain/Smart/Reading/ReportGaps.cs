namespace Burnin.Domain.Smart.Reading;

/// <summary>Two readings of the same answer: what the first lacks is taken from the second.</summary>
internal static class ReportGaps
{
    public static SmartReport Fill(SmartReport report, SmartReport other) => report with
    {
        SmartctlVersion = report.SmartctlVersion ?? other.SmartctlVersion,
        Protocol = report.Protocol ?? other.Protocol,
        Identity = Fill(report.Identity, other.Identity),
        IsSmartAvailable = report.IsSmartAvailable ?? other.IsSmartAvailable,
        IsSmartEnabled = report.IsSmartEnabled ?? other.IsSmartEnabled,
        HealthPassed = report.HealthPassed ?? other.HealthPassed,
        HealthText = report.HealthText ?? other.HealthText,
        IsHealthFromAttributes = report.IsHealthFromAttributes || other.IsHealthFromAttributes,
        Temperature = Fill(report.Temperature, other.Temperature),
        PowerOnHours = report.PowerOnHours ?? other.PowerOnHours,
        PowerCycles = report.PowerCycles ?? other.PowerCycles,
        Attributes = report.Attributes.IsEmpty ? other.Attributes : report.Attributes,
        SelfTests = Fill(report.SelfTests, other.SelfTests),
        AtaErrorCount = report.AtaErrorCount ?? other.AtaErrorCount,
        AtaErrors = report.AtaErrors.IsEmpty ? other.AtaErrors : report.AtaErrors,
        DeviceStatistics = report.DeviceStatistics.IsEmpty ? other.DeviceStatistics : report.DeviceStatistics,
        PhyCounters = report.PhyCounters.IsEmpty ? other.PhyCounters : report.PhyCounters,
        PendingDefectCount = report.PendingDefectCount ?? other.PendingDefectCount,
        ErrorRecoveryControl = report.ErrorRecoveryControl ?? other.ErrorRecoveryControl,
        LinkSpeed = report.LinkSpeed ?? other.LinkSpeed,
        Farm = report.Farm ?? other.Farm,
        Scsi = report.Scsi is { } scsi && other.Scsi is { } text ? Fill(scsi, text) : report.Scsi ?? other.Scsi,
        Nvme = report.Nvme ?? other.Nvme,
        Command = report.Command is { } command && other.Command is { } told ? told with { Asked = told.Asked ?? command.Asked } : report.Command ?? other.Command,
    };

    private static SmartIdentity Fill(SmartIdentity identity, SmartIdentity other) => identity with
    {
        Model = identity.Model ?? other.Model,
        Family = identity.Family ?? other.Family,
        Serial = identity.Serial ?? other.Serial,
        Wwn = identity.Wwn ?? other.Wwn,
        Firmware = identity.Firmware ?? other.Firmware,
        CapacityBytes = identity.CapacityBytes ?? other.CapacityBytes,
        NativeCapacityBytes = identity.NativeCapacityBytes ?? other.NativeCapacityBytes,
        LogicalBlockBytes = identity.LogicalBlockBytes ?? other.LogicalBlockBytes,
        PhysicalBlockBytes = identity.PhysicalBlockBytes ?? other.PhysicalBlockBytes,
        RotationRpm = identity.RotationRpm ?? other.RotationRpm,
        FormFactor = identity.FormFactor ?? other.FormFactor,
        Zoned = identity.Zoned ?? other.Zoned,
        ProtectionType = identity.ProtectionType ?? other.ProtectionType,
        HasTrim = identity.HasTrim ?? other.HasTrim,
    };

    private static SmartTemperature Fill(SmartTemperature temperature, SmartTemperature other) => new()
    {
        CurrentCelsius = temperature.CurrentCelsius ?? other.CurrentCelsius,
        LifetimeMaxCelsius = temperature.LifetimeMaxCelsius ?? other.LifetimeMaxCelsius,
        RecommendedMaxCelsius = temperature.RecommendedMaxCelsius ?? other.RecommendedMaxCelsius,
        LimitCelsius = temperature.LimitCelsius ?? other.LimitCelsius,
        TripCelsius = temperature.TripCelsius ?? other.TripCelsius,
    };

    private static SelfTests Fill(SelfTests tests, SelfTests other) => tests with
    {
        IsSupported = tests.IsSupported ?? other.IsSupported,
        IsRunning = tests.IsRunning ?? other.IsRunning,
        RemainingPercent = tests.RemainingPercent ?? other.RemainingPercent,
        RunningType = tests.RunningType ?? other.RunningType,
        RunningCode = tests.RunningCode ?? other.RunningCode,
        Log = tests.Log ?? other.Log,
        OldLog = tests.OldLog ?? other.OldLog,
        LogCount = tests.LogCount ?? other.LogCount,
        FailedInLog = tests.Log is null ? other.FailedInLog : tests.FailedInLog,
        ShortMinutes = tests.ShortMinutes ?? other.ShortMinutes,
        ExtendedMinutes = tests.ExtendedMinutes ?? other.ExtendedMinutes,
        ConveyanceMinutes = tests.ConveyanceMinutes ?? other.ConveyanceMinutes,
    };

    private static ScsiCounters Fill(ScsiCounters counters, ScsiCounters other) => counters with
    {
        Read = counters.Read ?? other.Read,
        Write = counters.Write ?? other.Write,
        Verify = counters.Verify ?? other.Verify,

        // Text counts defects in every release; the JSON of two releases counts the bytes of their list.
        GrownDefects = other.GrownDefects ?? counters.GrownDefects,
        NonMediumErrors = counters.NonMediumErrors ?? other.NonMediumErrors,
        StartStopCycles = counters.StartStopCycles ?? other.StartStopCycles,
        SpecifiedStartStopCycles = counters.SpecifiedStartStopCycles ?? other.SpecifiedStartStopCycles,
        LoadUnloadCycles = counters.LoadUnloadCycles ?? other.LoadUnloadCycles,
        SpecifiedLoadUnloadCycles = counters.SpecifiedLoadUnloadCycles ?? other.SpecifiedLoadUnloadCycles,
        EndurancePercentUsed = counters.EndurancePercentUsed ?? other.EndurancePercentUsed,
        ManufacturedWeek = counters.ManufacturedWeek ?? other.ManufacturedWeek,
        BackgroundScanStatus = counters.BackgroundScanStatus ?? other.BackgroundScanStatus,
        BackgroundScansDone = counters.BackgroundScansDone ?? other.BackgroundScansDone,
    };
}
