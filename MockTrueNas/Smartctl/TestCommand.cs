using System.Globalization;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>
/// <c>smartctl -t</c> and <c>-X</c>. An exit of 0 proves nothing: SCSI's conveyance test, and any test of NVMe before 7.4, start
/// nothing and call it success.
/// </summary>
internal static class TestCommand
{
    private const string AtaSection = "=== START OF OFFLINE IMMEDIATE AND SELF-TEST SECTION ===\n";

    public static SmartctlAnswer Start(Drive drive, SelfTestKind kind, BoxMoment moment, bool isForced = false)
    {
        var running = SelfTestLog.Running(drive, moment);

        if (running is not null && !isForced && StartsAny(drive, kind, moment.Product))
        {
            return new SmartctlAnswer(drive.Model.Protocol is DriveProtocol.Sas ? SmartctlAnswer.Refused : SmartctlAnswer.CommandFailed, Refusal(running, drive));
        }

        var stopped = running is null ? drive : DriveTests.Cut(drive, SelfTestEnd.Aborted, moment.Now);

        return drive.Model.Protocol switch
        {
            DriveProtocol.Ata => StartAta(stopped, kind, moment, wasRunning: running is not null),
            DriveProtocol.Sas => StartSas(stopped, kind, moment),
            DriveProtocol.Nvme => StartNvme(stopped, kind, moment),
        };
    }

    public static SmartctlAnswer Abort(Drive drive, BoxMoment moment) => drive.Model.Protocol switch
    {
        DriveProtocol.Nvme when IsBeforeNvmeTests(moment.Product) => Opened("NVMe"),
        var protocol => new SmartctlAnswer(
            0,
            protocol switch
            {
                DriveProtocol.Ata => $"{AtaSection}Sending command: \"Abort SMART off-line mode self-test routine\".\nSelf-testing aborted!\n",
                DriveProtocol.Sas => "Self Test returned without error\n",
                DriveProtocol.Nvme => "Self-test aborted!\n",
            },
            DriveTests.Cut(drive, SelfTestEnd.Aborted, moment.Now)),
    };

    public static bool IsBeforeNvmeTests(Product product) => product.Smartctl == "7.2";

    private static bool StartsAny(Drive drive, SelfTestKind kind, Product product) => drive.Model.Protocol switch
    {
        DriveProtocol.Ata => true,
        DriveProtocol.Sas => kind is SelfTestKind.Short or SelfTestKind.Long,
        DriveProtocol.Nvme => kind is SelfTestKind.Short or SelfTestKind.Long && !IsBeforeNvmeTests(product),
    };

    private static string Refusal(LoggedTest running, Drive drive)
    {
        var rest = drive.Model.Protocol switch
        {
            DriveProtocol.Ata => string.Create(CultureInfo.InvariantCulture, $"{running.RemainingInTens}% remaining"),
            DriveProtocol.Sas => string.Create(CultureInfo.InvariantCulture, $"{100 - (int)running.Percent}% remaining"),
            DriveProtocol.Nvme => string.Create(CultureInfo.InvariantCulture, $"{(int)running.Percent}% completed"),
        };
        var section = drive.Model.Protocol is DriveProtocol.Ata ? AtaSection : "";

        return $"{section}Can't start self-test without aborting current test ({rest}),\nadd '-t force' option to override, or run 'smartctl -X' to abort test.\n";
    }

    private static SmartctlAnswer StartAta(Drive drive, SelfTestKind kind, BoxMoment moment, bool wasRunning)
    {
        if (!DriveTests.Supports(drive, kind))
        {
            return new SmartctlAnswer(SmartctlAnswer.CommandFailed, $"{AtaSection}Warning: device does not support {Name(kind)} functions.\n\n");
        }

        var minutes = SelfTest.MinutesOf(drive.Model, kind);
        var done = moment.Now + (TimeSpan.FromMinutes(minutes) / moment.SpeedUp);
        var what = kind is SelfTestKind.Offline ? "Execute SMART off-line routine immediately in off-line mode" : $"Execute SMART {Name(kind)} routine immediately in off-line mode";
        var wait = kind is SelfTestKind.Offline ? "" : string.Create(CultureInfo.InvariantCulture, $"Please wait {minutes} minutes for test to complete.\nTest will complete after {Clock(done)} UTC\n");

        return new SmartctlAnswer(
            0,
            $"{AtaSection}Sending command: \"{what}\".\nDrive command \"{what}\" successful.\nTesting has begun.{(wasRunning ? "\n(previous test aborted)" : "")}\n{wait}Use smartctl -X to abort test.\n",
            DriveTests.Started(drive, kind, moment));
    }

    private static SmartctlAnswer StartSas(Drive drive, SelfTestKind kind, BoxMoment moment) => kind switch
    {
        SelfTestKind.Short => new SmartctlAnswer(0, "Short Background Self Test has begun\nUse smartctl -X to abort test\n", DriveTests.Started(drive, kind, moment)),
        SelfTestKind.Long => new SmartctlAnswer(
            0,
            string.Create(CultureInfo.InvariantCulture, $"Extended Background Self Test has begun\nPlease wait {drive.Model.LongTestMinutes} minutes for test to complete.\nEstimated completion time: {Clock(moment.Now + (TimeSpan.FromMinutes(drive.Model.LongTestMinutes) / moment.SpeedUp))}\nUse smartctl -X to abort test\n"),
            DriveTests.Started(drive, kind, moment)),
        SelfTestKind.Conveyance or SelfTestKind.Offline => Opened("SCSI"),
    };

    private static SmartctlAnswer StartNvme(Drive drive, SelfTestKind kind, BoxMoment moment) =>
        kind is SelfTestKind.Conveyance or SelfTestKind.Offline || IsBeforeNvmeTests(moment.Product)
            ? Opened("NVMe")
            : new SmartctlAnswer(0, "Self-test has begun\nUse smartctl -X to abort test\n", DriveTests.Started(drive, kind, moment));

    private static SmartctlAnswer Opened(string protocol) =>
        new(0, $"{protocol} device successfully opened\n\nUse 'smartctl -a' (or '-x') to print SMART (and more) information\n\n");

    private static string Name(SelfTestKind kind) => kind switch
    {
        SelfTestKind.Short => "Short self-test",
        SelfTestKind.Long => "Extended self-test",
        SelfTestKind.Conveyance => "Conveyance self-test",
        SelfTestKind.Offline => "off-line",
    };

    /// <summary>As C prints it: the day of the month is padded with a blank.</summary>
    public static string Clock(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd MMM ", CultureInfo.InvariantCulture)
        + at.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2)
        + at.UtcDateTime.ToString(" HH:mm:ss yyyy", CultureInfo.InvariantCulture);
}
