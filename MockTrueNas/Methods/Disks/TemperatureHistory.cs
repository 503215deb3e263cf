using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary><c>disk.temperature_agg</c> (22.12+): from 23.10 to 25.04 it asks for days that are still to come, and gets nothing.</summary>
internal static class TemperatureHistory
{
    private const int Samples = 12;
    private const int MostDays = 7;

    public static ApiMethod Method { get; } = new("disk.temperature_agg", Run)
    {
        Parameters = [new Parameter("names"), new Parameter("days", IsRequired: false)],
        Role = "REPORTING_READ",
    };

    private static ApiAnswer Run(ApiCall call)
    {
        if (call.Argument(0) is not JsonArray names)
        {
            return ApiAnswer.Wrong("names", "Not a list");
        }

        var moment = call.Box.Look();
        var isBroken = call.Product.Release is >= Release.Scale2310 and < Release.TrueNas2510;
        var days = Math.Min(MostDays, call.Argument(1).AsWhole() ?? MostDays);

        return new JsonObject(names.Select(name => name.AsText()).OfType<string>()
            .Select(moment.Find).OfType<Drive>()
            .Select(drive => KeyValuePair.Create(drive.Name, (JsonNode?)(isBroken ? Nothing() : Of(drive, moment, days)))));
    }

    private static JsonObject Nothing() => new() { ["min"] = null, ["max"] = null, ["avg"] = null };

    private static JsonObject Of(Drive drive, BoxMoment moment, long days)
    {
        var step = TimeSpan.FromDays(days) / Samples / moment.SpeedUp;
        var values = Enumerable.Range(0, Samples)
            .Select(sample => moment.CelsiusOf(drive) is null ? null : (int?)Thermometer.Read(drive, moment with { Now = moment.Now - (step * sample) }))
            .OfType<int>().ToList();

        return values.Count == 0 ? Nothing() : new JsonObject { ["min"] = values.Min(), ["max"] = values.Max(), ["avg"] = values.Average() };
    }
}
