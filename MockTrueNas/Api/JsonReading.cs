using System.Text.Json;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Api;

/// <summary>Reads values out of JSON that may be of any kind: what is of another kind is null.</summary>
internal static class JsonReading
{
    public static string? AsText(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool? AsFlag(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    public static long? AsWhole(this JsonNode? node) =>
        node is not JsonValue value || value.GetValueKind() is not JsonValueKind.Number ? null
        : value.TryGetValue(out long whole) ? whole
        : value.TryGetValue(out int small) ? small
        : value.TryGetValue(out JsonElement element) && element.TryGetInt64(out var parsed) ? parsed
        : null;

    public static double? AsNumber(this JsonNode? node) =>
        node is not JsonValue value || value.GetValueKind() is not JsonValueKind.Number ? null
        : value.TryGetValue(out double number) ? number
        : value.TryGetValue(out long whole) ? whole
        : value.TryGetValue(out int small) ? small
        : value.TryGetValue(out decimal exact) ? (double)exact
        : null;

    public static bool IsNull(this JsonNode? node) => node is null || node.GetValueKind() is JsonValueKind.Null;

    /// <summary>A date as the product writes it in every transport.</summary>
    public static JsonObject Date(DateTimeOffset at) => new() { ["$date"] = at.ToUnixTimeMilliseconds() };

    public static JsonNode? Date(DateTimeOffset? at) => at is { } when ? Date(when) : null;

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray Texts(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);
}
