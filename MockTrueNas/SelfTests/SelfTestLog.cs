using System.Collections.Immutable;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.SelfTests;

/// <summary>The log that a drive keeps of its tests: a ring, newest first.</summary>
internal static class SelfTestLog
{
    public static int RowsOf(DriveProtocol protocol) => protocol is DriveProtocol.Ata ? 21 : 20;

    /// <summary>With a row for the test that runs, where the drive writes one.</summary>
    public static ImmutableArray<LoggedTest> Of(Drive drive, BoxMoment moment) =>
    [
        .. drive.Tests.Reverse()
            .Where(test => test.Kind is not SelfTestKind.Offline)
            .Where(test => !test.Runs(moment.Now) || ShowsRunning(drive.Model))
            .Select(test => Row(test, drive, moment))
            .Concat(drive.EarlierTests)
            .Take(RowsOf(drive.Model.Protocol)),
    ];

    /// <summary>The test that runs now, whether there is a row for it or not.</summary>
    public static LoggedTest? Running(Drive drive, BoxMoment moment) =>
        drive.LastTest is { } test && test.Runs(moment.Now) ? Row(test, drive, moment) : null;

    /// <summary>SCSI has a row for a running test by its standard, NVMe has none, ATA as the vendor likes.</summary>
    private static bool ShowsRunning(DriveModel model) => model.Protocol switch
    {
        DriveProtocol.Ata => model.LogsRunningTest,
        DriveProtocol.Sas => true,
        DriveProtocol.Nvme => false,
    };

    private static LoggedTest Row(SelfTest test, Drive drive, BoxMoment moment)
    {
        var end = test.EndAt(moment.Now);
        var percent = test.PercentAt(moment.Now);

        return new LoggedTest(
            test.Kind,
            end,
            percent,
            moment.PowerOnHoursOf(drive, test.EndedAt(moment.Now) ?? moment.Now),
            end is SelfTestEnd.Failed ? (long)(drive.Model.Bytes / drive.Model.LogicalBlockBytes / 100 * percent) : null);
    }
}
