using System.Text.Json;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Tests;

/// <summary>Says which fields a piece of JSON has, in which order, and of which types, in one line that can be compared.</summary>
internal static class JsonShape
{
    public static string Of(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject map when map.ContainsKey("$date") => "date",
        JsonObject map => $"{{{string.Join(", ", map.Select(pair => $"{pair.Key} {Of(pair.Value)}"))}}}",
        JsonArray { Count: 0 } => "[]",
        JsonArray list => $"[{Of(list[0])}]",
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => "str",
            JsonValueKind.Number => node.ToJsonString().Contains('.', StringComparison.Ordinal) ? "float" : "int",
            JsonValueKind.True or JsonValueKind.False => "bool",
            _ => "null",
        },
    };

    public static IEnumerable<string> Fields(JsonNode? node) => node!.AsObject().Select(pair => pair.Key);
}
