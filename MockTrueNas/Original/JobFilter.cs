using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Original;

/// <summary>One condition on a top-level field of a job, such as <c>["method", "=", "smart.test"]</c>.</summary>
internal sealed record JobFilter(string Field, string Operator, JsonNode? Value)
{
    private static readonly ImmutableArray<string> Operators = ["=", "!=", ">", ">=", "<", "<=", "in", "nin"];

    /// <summary>Takes a bare list of conditions or an object that holds it; returns null for anything else.</summary>
    public static IReadOnlyList<JobFilter>? TryParseList(string json)
    {
        var filters = Root(json) switch
        {
            JsonArray list => [.. list.Select(Parse)],
            JsonObject query when query["query-filters"] is JsonArray list => [.. list.Select(Parse)],
            JsonObject query when query["query-filters"] is null => [],
            _ => new List<JobFilter?> { null },
        };

        return filters.Contains(null) ? null : [.. filters.OfType<JobFilter>()];
    }

    public bool Matches(JsonObject job) => Operator switch
    {
        "=" => JsonNode.DeepEquals(job[Field], Value),
        "!=" => !JsonNode.DeepEquals(job[Field], Value),
        "in" => IsAmong(job[Field]),
        "nin" => !IsAmong(job[Field]),
        ">" => Compare(job[Field]) > 0,
        ">=" => Compare(job[Field]) >= 0,
        "<" => Compare(job[Field]) < 0,
        "<=" => Compare(job[Field]) <= 0,
        _ => false,
    };

    private static JsonNode? Root(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JobFilter? Parse(JsonNode? condition) =>
        condition is JsonArray { Count: 3 } parts && Text(parts[0]) is { } field && Text(parts[1]) is { } comparison
        && Operators.Contains(comparison)
            ? new JobFilter(field, comparison, parts[2])
            : null;

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private bool IsAmong(JsonNode? field) =>
        Value is JsonArray values && values.Any(value => JsonNode.DeepEquals(value, field));

    /// <summary>Null where either side is no number: such a job is on neither side of the limit.</summary>
    private int? Compare(JsonNode? field) =>
        field is JsonValue left && left.TryGetValue(out double a) && Value is JsonValue right && right.TryGetValue(out double b)
            ? a.CompareTo(b)
            : null;
}
