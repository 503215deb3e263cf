using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.SelfTests;

/// <summary>How smartctl names tests and their ends, for each protocol in its own words.</summary>
internal static class TestWords
{
    public const int FailedSegment = 3;

    public static string Kind(SelfTestKind kind, DriveProtocol protocol) => protocol switch
    {
        DriveProtocol.Ata => kind switch
        {
            SelfTestKind.Short => "Short offline",
            SelfTestKind.Long => "Extended offline",
            SelfTestKind.Conveyance => "Conveyance offline",
            SelfTestKind.Offline => "Offline",
        },
        DriveProtocol.Sas => kind is SelfTestKind.Long ? "Background long" : "Background short",
        DriveProtocol.Nvme => kind is SelfTestKind.Long ? "Extended" : "Short",
    };

    /// <param name="test">The row.</param>
    /// <param name="protocol">In whose words.</param>
    /// <param name="isJson">SCSI's text has an arrow to the number of the segment, which its JSON keeps apart.</param>
    public static string Result(LoggedTest test, DriveProtocol protocol, bool isJson) => protocol switch
    {
        DriveProtocol.Ata => test.End is not { } ata ? "Self-test routine in progress" : ata switch
        {
            SelfTestEnd.Passed => "Completed without error",
            SelfTestEnd.Failed => "Completed: read failure",
            SelfTestEnd.Aborted => "Aborted by host",
            SelfTestEnd.Interrupted => "Interrupted (host reset)",
        },
        DriveProtocol.Sas => test.End is not { } sas ? "Self test in progress ..." : sas switch
        {
            SelfTestEnd.Passed => "Completed",
            SelfTestEnd.Failed => isJson ? "Failed in segment" : "Failed in segment -->",
            SelfTestEnd.Aborted => "Aborted (by user command)",
            SelfTestEnd.Interrupted => "Aborted (device reset ?)",
        },
        DriveProtocol.Nvme => test.End is not { } nvme ? "In progress" : nvme switch
        {
            SelfTestEnd.Passed => "Completed without error",
            SelfTestEnd.Failed => "Completed: failed segments",
            SelfTestEnd.Aborted => "Aborted: Self-test command",
            SelfTestEnd.Interrupted => "Aborted: Controller Reset",
        },
    };
}
