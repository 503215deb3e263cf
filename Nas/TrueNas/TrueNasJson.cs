using System.Globalization;
using System.Text.Json;

namespace Burnin.Nas.TrueNas;

/// <summary>Reads what the product says, which differs by release: a number may be whole, have a fraction, be a text, a word or null, and a field may be missing.</summary>
internal static class TrueNasJson
{
    extension(JsonElement element)
    {
        /// <summary>Null where there is no such field, or where this is no object.</summary>
        public JsonElement? Field(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

        public string? Text(string name) => element.Field(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

        public bool? Flag(string name) => element.Field(name)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

        public long? Whole(string name) => element.Field(name)?.AsWhole();

        public double? Number(string name) => element.Field(name)?.AsNumber();

        /// <summary>Nothing where this is no list.</summary>
        public IEnumerable<JsonElement> Items() => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

        /// <summary>Nothing where the field is missing or no list.</summary>
        public IEnumerable<JsonElement> Items(string name) => element.Field(name)?.Items() ?? [];

        public long? AsWhole() => element.AsNumber() is { } number && number is >= long.MinValue and < long.MaxValue
            ? element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var exact) ? exact
            : element.ValueKind == JsonValueKind.String && long.TryParse(element.GetString(), CultureInfo.InvariantCulture, out var written) ? written
            : (long)number
            : null;

        public double? AsNumber() => element.ValueKind switch
        {
            JsonValueKind.Number when element.TryGetDouble(out var number) => number,
            JsonValueKind.String when double.TryParse(element.GetString(), CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };

        /// <summary>A moment as the product writes it, <c>{"$date": milliseconds}</c>.</summary>
        public DateTimeOffset? Moment(string name) => element.Field(name)?.Whole("$date") is { } milliseconds
            && milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }
}
