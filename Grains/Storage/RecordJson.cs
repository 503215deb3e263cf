using System.Text.Json;
using System.Text.Json.Serialization;

namespace Burnin.Grains.Storage;

/// <summary>How records are stored: names for enums, nothing that can be computed, nothing that is null.</summary>
public static class RecordJson
{
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.IgnoreReadOnlyProperties = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter());
        return options;
    }
}
