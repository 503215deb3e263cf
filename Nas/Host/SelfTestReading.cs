using System.Collections.Immutable;
using Burnin.Domain.Smart;

namespace Burnin.Nas.Host;

/// <summary>What a drive says of its self-tests at one moment: whether one runs, and the log of those that have ended, newest first.</summary>
internal sealed record SelfTestReading
{
    /// <summary>Bits of the exit status that speak of the call. The others speak of the drive.</summary>
    private const int CallFailed = 0b11;

    public bool IsKnown { get; private init; }

    public bool IsRunning { get; private init; }

    /// <summary>Of the test that runs; null where the drive does not tell, as ATA does not.</summary>
    public int? RunningType { get; private init; }

    public int? RemainingPercent { get; private init; }

    /// <summary>Null: the drive keeps no log, or it could not be read.</summary>
    public ImmutableArray<SelfTestRow>? Rows { get; private init; }

    /// <summary>ATA's old log: only for drives, or moments, without the extended one.</summary>
    public ImmutableArray<SelfTestRow>? OldRows { get; private init; }

    public static SelfTestReading Read(string text)
    {
        var report = SmartReports.Read(text);
        var tests = report.SelfTests;

        // The log was asked for: that the JSON of a SCSI drive has no row of it says that there is none.
        var hasNone = report is { Protocol: SmartProtocol.Scsi, Format: SmartFormat.Json } && tests.Log is null && ((report.ExitStatus ?? 0) & CallFailed) == 0;
        return new SelfTestReading
        {
            IsKnown = tests.IsRunning is not null || hasNone,
            IsRunning = tests.IsRunning == true,
            RunningType = tests.RunningCode,
            RemainingPercent = tests.RemainingPercent,
            Rows = hasNone ? [] : tests.Log == tests.OldLog ? null : Ended(tests.Log),
            OldRows = Ended(tests.OldLog),
        };
    }

    /// <summary>The rows that were not there before; null where that cannot be told.</summary>
    public ImmutableArray<SelfTestRow>? RowsSince(SelfTestReading before) =>
        (before.Rows, Rows) is ({ } was, { } now) ? LogRing.NewSince(was, now, IsSame)
        : (before.OldRows, OldRows) is ({ } wasOld, { } nowOld) ? LogRing.NewSince(wasOld, nowOld, IsSame)
        : null;

    /// <summary>Words differ between releases of smartctl; what the drive stored does not.</summary>
    private static bool IsSame(SelfTestRow one, SelfTestRow other) =>
        (one.TypeCode, one.StatusCode, one.Hours, one.Lba) == (other.TypeCode, other.StatusCode, other.Hours, other.Lba);

    /// <summary>Some drives write a row already while the test runs: it is left out.</summary>
    private static ImmutableArray<SelfTestRow>? Ended(ImmutableArray<SelfTestRow>? log) =>
        log is { } rows ? [.. rows.Where(row => row.Result is not SelfTestResult.Running)] : null;
}
