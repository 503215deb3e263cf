using System.Text.Json;

namespace Burnin.Nas.Host;

/// <summary>Ways into JSON that never throw, whatever is there.</summary>
internal static class JsonElementReading
{
    extension(JsonElement element)
    {
        /// <summary>The element at the path of names; an undefined one where there is none.</summary>
        public JsonElement At(params ReadOnlySpan<string> path)
        {
            var at = element;
            foreach (var name in path)
            {
                if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(name, out at))
                {
                    return default;
                }
            }

            return at;
        }

        public long? Number() => element.ValueKind is JsonValueKind.Number && element.TryGetInt64(out var number) ? number : null;

        public bool? Flag() => element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

        public string? Text() => element.ValueKind is JsonValueKind.String ? element.GetString() : null;

        public IEnumerable<JsonElement> Items() => element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : [];
    }
}
