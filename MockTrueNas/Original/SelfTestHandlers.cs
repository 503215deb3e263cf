using System.Diagnostics;
using Burnin.MockTrueNas.Original.Fleet;
using Burnin.MockTrueNas.Original.SelfTests;

namespace Burnin.MockTrueNas.Original;

internal static class SelfTestHandlers
{
    private const int Busy = 16;

    public static IResult Start(StartTestRequest request, PretendNas nas)
    {
        if (request.Disks is not { Count: > 0 } disks)
        {
            return OriginalError.Validation("smart_test_create.disks", "attribute required");
        }

        if (SelfTestKind.FromWire(request.Type) is not { } kind)
        {
            return OriginalError.Validation("smart_test_create.type", $"Invalid choice: {request.Type}");
        }

        return nas.StartTest(disks, kind) switch
        {
            StartTestResult.Started started => TypedResults.Ok(started.JobId),
            StartTestResult.UnknownDrive unknown =>
                OriginalError.Validation($"smart_test_create.disks.{unknown.Position}", $"Invalid disk: {unknown.Name}"),
            StartTestResult.AlreadyTesting testing =>
                OriginalError.Call($"[EBUSY] {testing.Name}: a self-test is already running", Busy),
            _ => throw new UnreachableException(),
        };
    }

    public static IResult Results(string disk, PretendNas nas)
    {
        var moment = nas.Look();

        return moment.State.FindInserted(disk) is { } drive
            ? TypedResults.Ok(moment.State.TestsOf(drive)
                .Select((test, index) => OriginalTestResult.Of(index + 1, test, drive, moment))
                .ToList())
            : OriginalError.NotFound($"Disk {disk} does not exist");
    }
}
