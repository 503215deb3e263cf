using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary><c>disk.temperature_alerts</c>: the NAS's own alerts about drives that are hotter than they should be.</summary>
internal static class TemperatureAlerts
{
    public static ApiMethod Method { get; } = new("disk.temperature_alerts", Run) { Parameters = [new Parameter("names")], Role = "REPORTING_READ" };

    private static ApiAnswer Run(ApiCall call)
    {
        if (call.Argument(0) is not JsonArray names)
        {
            return ApiAnswer.Wrong("names", "Not a list");
        }

        var moment = call.Box.Look();
        var klass = call.Product.Release >= Release.TrueNas2510 ? "DiskTemperatureTooHot" : "SMART";

        return JsonReading.Array(names.Select(name => name.AsText()).OfType<string>()
            .Select(moment.Find).OfType<Drive>()
            .Where(drive => moment.CelsiusOf(drive) >= drive.Model.CriticalCelsius)
            .Select(drive => (JsonNode)new JsonObject
            {
                ["uuid"] = SerialNumbers.Uuid($"alert/{drive.Serial}"),
                ["klass"] = klass,
                ["args"] = new JsonObject { ["device"] = $"/dev/{drive.Name}", ["message"] = $"Temperature {moment.CelsiusOf(drive)} Celsius reached critical limit" },
                ["datetime"] = JsonReading.Date(moment.Now),
                ["dismissed"] = false,
                ["level"] = "CRITICAL",
            }));
    }
}
