using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.SelfTests;

/// <summary>Starts and ends the tests of a drive, as the drive itself would.</summary>
internal static class DriveTests
{
    /// <summary>NVMe and SCSI know no conveyance test; off-line collection is ATA's alone.</summary>
    public static bool Supports(Drive drive, SelfTestKind kind) => kind switch
    {
        SelfTestKind.Short or SelfTestKind.Long => drive.Case is not DriveCase.UnknownRotation,
        SelfTestKind.Conveyance => drive.Model is { Protocol: DriveProtocol.Ata, HasConveyanceTest: true },
        SelfTestKind.Offline => drive.Model.Protocol is DriveProtocol.Ata && drive.Case is not DriveCase.UnknownRotation,
    };

    public static Drive Started(Drive drive, SelfTestKind kind, BoxMoment moment) =>
        drive with { Tests = drive.Tests.Add(SelfTest.Of(drive, kind, moment.Now, moment.SpeedUp)) };

    public static Drive Cut(Drive drive, SelfTestEnd by, DateTimeOffset now) =>
        drive with { Tests = [.. drive.Tests.Select(test => test.Cut(by, now))] };

    public static Drive Completed(Drive drive, DateTimeOffset now) =>
        drive with { Tests = [.. drive.Tests.Select(test => test.Completed(now))] };
}
