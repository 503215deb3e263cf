using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary>How 22.12 to 25.04 are asked for temperatures; a bare power mode is still taken.</summary>
/// <param name="CacheSeconds">Null asks the drive.</param>
/// <param name="IsOnlyCached">Asks no drive at all.</param>
/// <param name="PowerMode">NEVER wakes a drive.</param>
internal sealed record TemperatureOptions(long? CacheSeconds, bool IsOnlyCached, string PowerMode)
{
    public static TemperatureOptions Read(JsonNode? argument, long? usualCacheSeconds) => argument switch
    {
        JsonObject options => new TemperatureOptions(
            options.ContainsKey("cache") ? options["cache"].AsWhole() : usualCacheSeconds,
            options["only_cached"].AsFlag() is true,
            options["powermode"].AsText() ?? "NEVER"),
        _ => new TemperatureOptions(usualCacheSeconds, IsOnlyCached: false, argument.AsText() ?? "NEVER"),
    };
}
