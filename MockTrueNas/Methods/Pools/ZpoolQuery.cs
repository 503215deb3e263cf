using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Pools;

namespace Burnin.MockTrueNas.Methods.Pools;

/// <summary><c>zpool.query</c> (public in 26): what the kernel has imported, whoever did it.</summary>
internal static class ZpoolQuery
{
    public static ApiMethod Method { get; } = new("zpool.query", Run) { Parameters = [new Parameter("data", IsRequired: false)], Role = "POOL_READ" };

    private static ApiAnswer Run(ApiCall call)
    {
        var moment = call.Box.Look();
        var names = (call.Object(0)?["pool_names"] as JsonArray)?.Select(name => name.AsText()).ToHashSet();

        return JsonReading.Array(moment.State.Pools
            .Where(pool => pool.State is PoolState.Imported && (names is null || names.Contains(pool.Name)))
            .Select(pool => (JsonNode)new JsonObject
            {
                ["name"] = pool.Name,
                ["guid"] = pool.Guid,
                ["status"] = "ONLINE",
                ["healthy"] = true,
                ["warning"] = false,
                ["topology"] = PoolTopology.Of(pool, moment),
            }));
    }
}
