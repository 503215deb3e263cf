using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Smartctl;

namespace Burnin.MockTrueNas.Methods.Smart;

/// <summary><c>disk.smart_test</c> (25.10+): the product's own, open today, and meant to be closed.</summary>
internal static class PrivateSmartTest
{
    public static ApiMethod Method { get; } = new("disk.smart_test", Run) { Parameters = [new Parameter("type"), new Parameter("disks")], IsPrivate = true };

    private static ApiAnswer Run(ApiCall call)
    {
        if (ManualTest.KindOf(call.Text(0)) is not { } kind || call.Argument(1) is not JsonArray disks)
        {
            return ApiAnswer.Wrong("type", "Invalid choice");
        }

        var wanted = disks.Select(disk => disk.AsText()).ToHashSet();
        call.Box.Change(moment => moment.Present
            .Where(drive => wanted.Contains("*") || wanted.Contains(DriveIdentifier.Of(drive)))
            .Aggregate(moment.State, (state, drive) => TestCommand.Start(drive, kind, moment).Changed is { } changed ? state.With(changed) : state));

        return ApiAnswer.Of(null);
    }
}
