using System.Text.Json;

namespace Burnin.Silo.Cli;

/// <summary>Fields of an answer; null where it says nothing of them.</summary>
internal static class JsonFields
{
    extension(JsonElement element)
    {
        public string? Text(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString() : null;

        public double? Number(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number ? field.GetDouble() : null;

        public JsonElement? Object(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Object ? field : null;

        public bool IsTrue(string name) => element.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.True;
    }
}
