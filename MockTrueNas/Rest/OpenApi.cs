using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Rest;

/// <summary>What <c>GET /api/v2.0</c> tells anybody: the paths, by which a release can be recognised.</summary>
internal static class OpenApi
{
    public static JsonObject Of(Product product, string host)
    {
        var paths = new JsonObject();

        foreach (var group in RestRoutes.Of(product).GroupBy(route => route.Path).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            paths[group.Key] = new JsonObject(group.Select(route => KeyValuePair.Create(route.Verb.ToLowerInvariant(), (JsonNode?)Operation(route))));
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "TrueNAS RESTful API", ["version"] = "v2.0" },
            ["paths"] = paths,
            ["servers"] = new JsonArray(new JsonObject { ["url"] = $"https://{host}/api/v2.0" }),
            ["components"] = new JsonObject { ["securitySchemes"] = new JsonObject { ["basic"] = new JsonObject { ["type"] = "http", ["scheme"] = "basic" } } },
            ["security"] = new JsonArray(new JsonObject { ["basic"] = new JsonArray() }),
        };
    }

    private static JsonObject Operation(RestRoute route) => new()
    {
        ["tags"] = new JsonArray(route.Method.Service),
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "Operation succeeded" },
            ["401"] = new JsonObject { ["description"] = "No authorization for this endpoint" },
        },
        ["parameters"] = new JsonArray(),
        ["description"] = route.Method.Name,
    };
}
