using System.Text.Json;

namespace Burnin.Domain.Smart.Reading;

/// <summary>Ways into JSON that never throw: what is not there, or is of another type than expected, is null.</summary>
internal static class JsonValues
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

        /// <summary>Also of text, and of the pair that early releases made of a large number; what is too large stays at the largest there is.</summary>
        public long? Number() => element.ValueKind switch
        {
            JsonValueKind.Number when element.TryGetInt64(out var number) => number,
            JsonValueKind.Number when element.TryGetDouble(out var large) && double.IsFinite(large) => (long)large,
            JsonValueKind.String => Numbers.Whole(element.GetString()),
            JsonValueKind.Object => element.At("n").Number() ?? element.At("s").Number(),
            _ => null,
        };

        /// <summary>The same where it fits.</summary>
        public int? Int() => element.Number() is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

        public bool? Flag() => element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

        /// <summary>Trimmed; null where nothing is left.</summary>
        public string? Text() => element.ValueKind is JsonValueKind.String && element.GetString()?.Trim() is { Length: > 0 } text ? text : null;

        public bool IsObject() => element.ValueKind is JsonValueKind.Object;

        public IEnumerable<JsonElement> Items() => element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : [];
    }
}
