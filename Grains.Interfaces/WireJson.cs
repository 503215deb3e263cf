using System.Text.Json;
using System.Text.Json.Serialization;

namespace Burnin.Grains.Interfaces;

/// <summary>How views look on every wire, HTTP and hub alike: snake_case, nulls written, so that a delta can clear a field.</summary>
public static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.NumberHandling = JsonNumberHandling.Strict;
        return options;
    }
}
