using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Debugging;

/// <summary>A drive as it is, in no product's words.</summary>
internal static class DebugDrive
{
    public static JsonObject Of(Drive drive, BoxMoment moment)
    {
        var running = SelfTestLog.Running(drive, moment);

        return new JsonObject
        {
            ["slot"] = drive.Slot,
            ["name"] = drive.Name,
            ["serial"] = drive.Serial,
            ["model"] = drive.Model.Name,
            ["protocol"] = drive.Model.Protocol.ToString().ToUpperInvariant(),
            ["case"] = drive.Case.ToString(),
            ["size"] = drive.Model.Bytes,
            ["inserted"] = drive.IsInserted,
            ["healthy"] = drive.IsHealthy,
            ["asleep"] = drive.IsAsleep,
            ["testing"] = running is not null,
            ["test_percent"] = running?.Percent,
            ["temperature"] = moment.CelsiusOf(drive),
            ["pinned_temperature"] = drive.PinnedCelsius,
            ["power_on_hours"] = moment.PowerOnHoursOf(drive),
        };
    }
}
