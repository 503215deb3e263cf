using System.Collections.Immutable;

namespace Burnin.Domain.Smart;

/// <summary>SMART data of one drive at one moment, or the reason why there is none. Null is "not reported".</summary>
public sealed record SmartSnapshot
{
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Why no SMART data could be read; null where some was.</summary>
    public string? Unavailable { get; init; }

    /// <summary>All that was read; null in what was stored before there was such a thing, and where nothing was read.</summary>
    public SmartReport? Report { get; init; }

    public bool? Passed { get; init; }

    public int? TemperatureCelsius { get; init; }

    public long? PowerOnHours { get; init; }

    /// <summary>Of snapshots without a <see cref="Report"/>: as they were stored once.</summary>
    public ImmutableArray<SmartAttribute> Attributes { get; init; } = [];

    /// <summary>The output it was read from, whole.</summary>
    public string? Raw { get; init; }

    /// <summary>What smartctl has said, with the exit status that only its caller knows.</summary>
    public static SmartSnapshot Of(string text, int? exitStatus, DateTimeOffset takenAt)
    {
        var report = SmartReports.Read(text, exitStatus);
        return new SmartSnapshot
        {
            TakenAt = takenAt,
            Report = report,
            Unavailable = SmartAvailability.WhyNone(report),
            Passed = report.HealthPassed,
            TemperatureCelsius = report.Temperature.CurrentCelsius,
            PowerOnHours = report.PowerOnHours,
            Raw = text,
        };
    }

    /// <summary>The report; of an old snapshot what it stored in its place. Null where nothing was read.</summary>
    public SmartReport? Facts => Report ?? (Unavailable is not null ? null : new SmartReport
    {
        Kind = SmartReportKind.Report,
        HealthPassed = Passed,
        Temperature = new SmartTemperature { CurrentCelsius = TemperatureCelsius },
        PowerOnHours = PowerOnHours,
        Attributes = Attributes,
    });

    /// <summary>For the record of a job: the raw text goes to the evidence.</summary>
    public SmartSnapshot Condensed() => this with { Raw = null, Report = Report?.Condensed() };
}
