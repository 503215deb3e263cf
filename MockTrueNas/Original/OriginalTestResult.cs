using System.Globalization;
using Burnin.MockTrueNas.Original.Fleet;
using Burnin.MockTrueNas.Original.SelfTests;

namespace Burnin.MockTrueNas.Original;

/// <summary>One line of a drive's self-test log; line 1 is the newest.</summary>
internal sealed record OriginalTestResult
{
    private const int SectorBytes = 512;

    public required int Num { get; init; }

    public required SelfTestKind Type { get; init; }

    public required string Description { get; init; }

    public required SelfTestStatus Status { get; init; }

    public required string StatusVerbose { get; init; }

    public required int Percent { get; init; }

    /// <summary>A fraction, 0 when nothing is left.</summary>
    public required double Remaining { get; init; }

    /// <summary>Power-on hours when the test ended.</summary>
    public required int? Lifetime { get; init; }

    /// <summary>A number in a string, as TrueNAS has it.</summary>
    public required string? LbaOfFirstError { get; init; }

    public int? SegmentNumber { get; init; }

    public static OriginalTestResult Of(int num, SelfTest test, Drive drive, NasMoment moment)
    {
        var reading = test.At(moment.Now);

        return new OriginalTestResult
        {
            Num = num,
            Type = test.Kind,
            Description = test.Kind.Description,
            Status = reading.Status,
            StatusVerbose = reading.Verdict,
            Percent = reading.Percent,
            Remaining = (100 - reading.Percent) / 100.0,
            Lifetime = reading.EndedAt is { } ended ? moment.PowerOnHoursOf(drive, ended) : null,
            LbaOfFirstError = reading.HasReadFailure ? SectorAt(reading.Percent, drive) : null,
        };
    }

    private static string SectorAt(int percent, Drive drive) =>
        (drive.Model.Bytes / SectorBytes / 100 * percent).ToString(CultureInfo.InvariantCulture);
}
