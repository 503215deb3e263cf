using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.SelfTests;

/// <summary>What an API calls the test that runs, each release in its own way, which is not always the truth.</summary>
internal static class CurrentTest
{
    /// <summary>In percent; null where the API sees no test.</summary>
    public static int? ProgressOf(Drive drive, BoxMoment moment) => moment.Product.Release switch
    {
        < Release.Scale2212 => drive.Model.Protocol is DriveProtocol.Ata ? FromStatus(drive, moment) : null,
        < Release.TrueNas2504 => drive.Model.Protocol switch
        {
            DriveProtocol.Ata => FromStatus(drive, moment),
            DriveProtocol.Sas => SelfTestLog.Running(drive, moment) is null ? null : 0,
            DriveProtocol.Nvme => moment.Product.Release >= Release.Scale2410 ? Nvme(drive, moment) : null,
        },
        _ => drive.Model.Protocol switch
        {
            DriveProtocol.Ata => FromNewestRow(drive, moment),
            DriveProtocol.Sas => null,
            DriveProtocol.Nvme => Nvme(drive, moment) is > 0 and var percent ? percent : null,
        },
    };

    /// <summary>ATA's own status says what remains, in tens.</summary>
    private static int? FromStatus(Drive drive, BoxMoment moment) =>
        SelfTestLog.Running(drive, moment) is { } test ? 100 - test.RemainingInTens : null;

    /// <summary>
    /// 25.04 looks at the newest row of the log, and takes any remainder there for a test that runs: it misses a test that has
    /// no row yet, and sees one for ever that was aborted.
    /// </summary>
    private static int? FromNewestRow(Drive drive, BoxMoment moment) =>
        SelfTestLog.Of(drive, moment).FirstOrDefault() is { RemainingInTens: > 0 and var remaining, End: not SelfTestEnd.Passed }
            ? 100 - remaining
            : null;

    private static int? Nvme(Drive drive, BoxMoment moment) => SelfTestLog.Running(drive, moment) is { } test ? (int)test.Percent : null;
}
