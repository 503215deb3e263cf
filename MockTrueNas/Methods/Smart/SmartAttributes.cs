using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Smart;

namespace Burnin.MockTrueNas.Methods.Smart;

/// <summary><c>disk.smart_attributes</c>, until 25.04: ATA's table as smartctl's JSON has it, and an error for all else.</summary>
internal static class SmartAttributes
{
    public static ApiMethod Method { get; } = new("disk.smart_attributes", Run) { Parameters = [new Parameter("name")], Role = "REPORTING_READ" };

    private static ApiAnswer Run(ApiCall call)
    {
        var moment = call.Box.Look();

        return call.Text(0) is { } name && moment.Find(name) is { Model.Protocol: DriveProtocol.Ata, Case: not DriveCase.UnknownRotation } drive
            ? JsonReading.Array(AttributeTable.Of(drive, moment).Select(attribute => (JsonNode)attribute.Row()))
            : new ApiAnswer.Refused(Errno.Fault, $"Failed to get S.M.A.R.T. attributes of disk {call.Text(0)}");
    }
}
