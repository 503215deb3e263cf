using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Api;

/// <summary>The two arguments of every method that can be filtered.</summary>
internal sealed record QueryArguments(JsonArray Filters, JsonObject Options)
{
    public JsonObject Extra => Options["extra"] as JsonObject ?? [];

    /// <summary>Returns null for what is neither; a missing one is empty.</summary>
    public static QueryArguments? Read(ApiCall call) =>
        (call.Argument(0), call.Argument(1)) switch
        {
            (var filters, var options) when (filters is null or JsonArray) && (options is null or JsonObject) =>
                new QueryArguments(filters as JsonArray ?? [], options as JsonObject ?? []),
            _ => null,
        };

    public bool Wants(string extra) => Extra[extra].AsFlag() is true;
}
