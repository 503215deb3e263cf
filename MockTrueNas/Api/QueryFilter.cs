using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Burnin.MockTrueNas.Api;

/// <summary>One condition, <c>["name", "=", "sda"]</c>, or several of which one is enough, <c>["OR", [...]]</c>.</summary>
internal sealed record QueryFilter(string Field, string Operator, JsonNode? Value)
{
    private const string AnyOf = "OR";

    private static readonly string[] Operators = ["=", "!=", ">", ">=", "<", "<=", "~", "in", "nin", "rin", "rnin", "^", "!^", "$", "!$"];

    /// <summary>Returns null for what the product calls an invalid filter.</summary>
    public static QueryFilter? TryParse(JsonNode? filter) => filter switch
    {
        JsonArray { Count: 2 } pair when pair[0].AsText() == AnyOf && pair[1] is JsonArray => new QueryFilter(AnyOf, AnyOf, pair[1]),
        JsonArray { Count: 3 } parts when parts[0].AsText() is { } field && parts[1].AsText() is { } comparison && Operators.Contains(comparison) =>
            new QueryFilter(field, comparison, parts[2]),
        _ => null,
    };

    public bool Matches(JsonObject row)
    {
        if (Operator == AnyOf)
        {
            return ((JsonArray)Value!).Any(branch => IsMet(branch, row));
        }

        var field = Field.Split('.').Aggregate((JsonNode?)row, (node, part) => (node as JsonObject)?[part]);

        return Operator switch
        {
            "=" => IsSame(field, Value),
            "!=" => !IsSame(field, Value),
            "in" => IsAmong(field, Value),
            "nin" => !IsAmong(field, Value),
            "rin" => Holds(field, Value),
            "rnin" => !Holds(field, Value),
            "^" => TextPair(field) is var (text, part) && text.StartsWith(part, StringComparison.Ordinal),
            "!^" => TextPair(field) is var (text, part) && !text.StartsWith(part, StringComparison.Ordinal),
            "$" => TextPair(field) is var (text, part) && text.EndsWith(part, StringComparison.Ordinal),
            "!$" => TextPair(field) is var (text, part) && !text.EndsWith(part, StringComparison.Ordinal),
            "~" => TextPair(field) is var (text, part) && Regex.IsMatch(text, part, RegexOptions.CultureInvariant),
            ">" => Compare(field) > 0,
            ">=" => Compare(field) >= 0,
            "<" => Compare(field) < 0,
            "<=" => Compare(field) <= 0,
            _ => false,
        };
    }

    /// <summary>A branch of an OR is a condition, or a list of them that must all hold.</summary>
    private static bool IsMet(JsonNode? branch, JsonObject row) =>
        TryParse(branch) is { } filter
            ? filter.Matches(row)
            : branch is JsonArray { Count: > 0 } all && all.All(one => TryParse(one) is { } part && part.Matches(row));

    private static bool IsSame(JsonNode? field, JsonNode? value) =>
        field.AsNumber() is { } left && value.AsNumber() is { } right ? left.Equals(right)
        : field.IsNull() || value.IsNull() ? field.IsNull() && value.IsNull()
        : JsonNode.DeepEquals(field, value);

    private static bool IsAmong(JsonNode? field, JsonNode? values) => values is JsonArray list && list.Any(value => IsSame(field, value));

    private static bool Holds(JsonNode? field, JsonNode? value) => field switch
    {
        JsonArray list => list.Any(item => IsSame(item, value)),
        JsonObject map => value.AsText() is { } key && map.ContainsKey(key),
        _ => field.AsText() is { } text && value.AsText() is { } part && text.Contains(part, StringComparison.Ordinal),
    };

    private (string Text, string Part)? TextPair(JsonNode? field) =>
        field.AsText() is { } text && Value.AsText() is { } part ? (text, part) : null;

    /// <summary>Null where the two cannot be ordered: such a row is on neither side of the limit.</summary>
    private int? Compare(JsonNode? field) =>
        field.AsNumber() is { } left && Value.AsNumber() is { } right ? left.CompareTo(right)
        : field.AsText() is { } text && Value.AsText() is { } other ? string.CompareOrdinal(text, other)
        : field?["$date"].AsWhole() is { } at && Value is JsonObject date && date["$date"].AsWhole() is { } limit ? at.CompareTo(limit)
        : null;
}
