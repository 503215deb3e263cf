using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary><c>disk.get_instance</c>: one row by its identifier.</summary>
internal static class GetInstance
{
    public static ApiMethod Method { get; } = new("disk.get_instance", Run)
    {
        Parameters = [new Parameter("id"), new Parameter("options", IsRequired: false)],
        Role = "DISK_READ",
        IsNotInRest = true,
    };

    private static ApiAnswer Run(ApiCall call)
    {
        var moment = call.Box.Look();
        var hasPools = (call.Object(1)?["extra"] as JsonObject)?["pools"].AsFlag() is true;

        return call.Text(0) is not { } id ? ApiAnswer.Wrong("id", "Not a string")
            : moment.FindByIdentifier(id) is { } drive ? DiskRow.Of(drive, moment, call.Session, hasPools)
            : new ApiAnswer.Invalid([new AttributeError("", $"Disk {id} does not exist", Boxes.Errno.NoEntry)]);
    }
}
