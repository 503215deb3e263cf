using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary>
/// <c>disk.temperatures</c> and how each release remembers. 12.0: not at all. 13: one answer for everybody for 300 s, whatever
/// names they ask for. 22.12 to 25.04: by disk, as long as the caller likes. From 25.10 on: by disk for 300 s, in floats, and
/// nobody gets around it.
/// </summary>
internal static class DiskTemperatures
{
    private const string Shared = "";
    private const long UsualCacheSeconds = 290;
    private const double CacheOnlySeconds = 610;

    private static readonly TimeSpan CacheLife = TimeSpan.FromSeconds(300);

    public static ApiMethod Of(Product product) => product.Release switch
    {
        < Release.Scale2212 => Made(product, OnCore, "names", "powermode"),
        < Release.TrueNas2510 => Made(product, OnScale, "names", "options"),
        _ => Made(product, FromKernel, "name", "include_thresholds"),
    };

    private static ApiMethod Made(Product product, Func<ApiCall, ApiAnswer> run, string names, string other) => new("disk.temperatures", run)
    {
        Parameters = [new Parameter(names, IsRequired: product.IsCore), new Parameter(other, IsRequired: false)],
        Role = "REPORTING_READ",
    };

    private static ApiAnswer OnCore(ApiCall call)
    {
        if (Names(call) is not { } names)
        {
            return ApiAnswer.Wrong("names", "Not a list");
        }

        return call.Box.Change<ApiAnswer>(moment =>
        {
            var state = moment.State;
            var isWarm = call.Product.Release > Release.Core120 && state.Temperatures.TryGetValue(Shared, out var last)
                && (moment.Now - last.AskedAt) * moment.SpeedUp <= CacheLife;

            if (!isWarm)
            {
                var asked = names.IsEmpty ? [.. TemperatureReading.Watched(moment)] : names;
                var powerMode = call.Text(1) ?? "NEVER";
                state = state with
                {
                    Temperatures = asked.Distinct()
                        .Select(name => KeyValuePair.Create(name, new CachedTemperature(TemperatureReading.Of(name, moment, powerMode), moment.Now)))
                        .Append(KeyValuePair.Create(Shared, new CachedTemperature(null, moment.Now)))
                        .ToImmutableDictionary(),
                };
            }

            return (state, new JsonObject(state.Temperatures
                .Where(pair => pair.Key != Shared)
                .OrderBy(pair => DeviceOrder.KeyOf(pair.Key))
                .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.Celsius))));
        });
    }

    private static ApiAnswer OnScale(ApiCall call)
    {
        if (Names(call) is not { } names)
        {
            return ApiAnswer.Wrong("names", "Not a list");
        }

        var options = TemperatureOptions.Read(call.Argument(1), UsualCacheSeconds);

        return call.Box.Change<ApiAnswer>(moment =>
        {
            var asked = names.IsEmpty ? [.. TemperatureReading.Watched(moment)] : names;

            if (options.IsOnlyCached)
            {
                return (moment.State, Map(moment.State.Temperatures
                    .Where(pair => asked.Contains(pair.Key) && (moment.Now - pair.Value.AskedAt) * moment.SpeedUp < TimeSpan.FromSeconds(CacheOnlySeconds))
                    .Select(pair => (pair.Key, pair.Value.Celsius))));
            }

            var state = asked.Aggregate(moment.State, (known, name) => DiskTemperature.Asked(name, options, moment, known));

            return (state, Map(asked.Distinct().Select(name => (name, state.Temperatures[name].Celsius))));
        });
    }

    private static ApiAnswer FromKernel(ApiCall call)
    {
        if (Names(call) is not { } names)
        {
            return ApiAnswer.Wrong("name", "Input should be a valid list");
        }

        return call.Box.Change<ApiAnswer>(moment =>
        {
            // Whoever asks for one has all of them asked.
            var state = moment.Present.Aggregate(moment.State, (known, drive) =>
                known.Temperatures.TryGetValue(drive.Name, out var last) && (moment.Now - last.AskedAt) * moment.SpeedUp <= CacheLife
                    ? known
                    : known with { Temperatures = known.Temperatures.SetItem(drive.Name, new CachedTemperature(TemperatureReading.Of(drive.Name, moment), moment.Now)) });
            var hasThresholds = call.Argument(1).AsFlag() is true;
            var answer = new JsonObject(names.Distinct().Select(name => KeyValuePair.Create(name, (JsonNode?)null)));

            foreach (var drive in moment.Present.Where(drive => names.IsEmpty || names.Contains(drive.Name)))
            {
                var celsius = Float(state.Temperatures[drive.Name].Celsius);
                answer[drive.Name] = hasThresholds
                    ? new JsonArray(celsius, celsius is null ? null : Float(drive.Model.CriticalCelsius))
                    : celsius;
            }

            return (state, answer);
        });
    }

    /// <summary>34.0, not 34: the fraction is part of the wire.</summary>
    private static JsonNode? Float(int? celsius) => celsius is { } degrees ? JsonNode.Parse($"{degrees}.0") : null;

    private static JsonObject Map(IEnumerable<(string Name, int? Celsius)> temperatures) =>
        new(temperatures.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Celsius)));

    private static ImmutableArray<string>? Names(ApiCall call) => call.Argument(0) switch
    {
        null => [],
        JsonArray list when list.All(name => name.AsText() is not null) => [.. list.Select(name => name.AsText()!)],
        _ => null,
    };
}
