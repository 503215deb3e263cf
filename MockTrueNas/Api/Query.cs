using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Api;

/// <summary>Filters, sorts and cuts rows, as every list of the product can be.</summary>
internal static class Query
{
    private const int MostRows = 10_000;

    public static ApiAnswer Answer(IEnumerable<JsonObject> rows, QueryArguments arguments, Product product)
    {
        var filters = arguments.Filters.Select(QueryFilter.TryParse).ToList();

        if (filters.Contains(null))
        {
            return new ApiAnswer.Crashed("ValueError", $"Invalid filter {arguments.Filters.ToJsonString()}");
        }

        var options = arguments.Options;

        if (product.Release >= Release.TrueNas2510 && options["limit"].AsWhole() is > MostRows)
        {
            return ApiAnswer.Wrong("options.limit", $"Input should be less than or equal to {MostRows}");
        }

        var found = Sorted(rows.Where(row => filters.All(filter => filter!.Matches(row))), options["order_by"] ?? options["sort"]);

        if (options["count"].AsFlag() is true)
        {
            return ApiAnswer.Of(found.Count());
        }

        if (options["offset"].AsWhole() is { } offset)
        {
            found = found.Skip((int)offset);
        }

        if (options["limit"].AsWhole() is { } limit and > 0)
        {
            found = found.Take((int)limit);
        }

        var selected = found.Select(row => Selected(row, options["select"] as JsonArray));

        if (options["get"].AsFlag() is true)
        {
            return selected.FirstOrDefault() is { } one ? one : new ApiAnswer.NoMatch();
        }

        return JsonReading.Array(selected);
    }

    private static IEnumerable<JsonObject> Sorted(IEnumerable<JsonObject> rows, JsonNode? order)
    {
        var keys = order is JsonArray list ? list.Select(key => key.AsText()).OfType<string>() : [];

        return keys.Reverse().Aggregate(rows, (sorted, key) =>
        {
            var isDescending = key.StartsWith('-');
            var name = key.TrimStart('-');

            return isDescending ? sorted.OrderByDescending(row => KeyOf(row[name])) : sorted.OrderBy(row => KeyOf(row[name]));
        });
    }

    private static (double Number, string Text) KeyOf(JsonNode? field) =>
        (field.AsNumber() ?? field?.AsObjectDate() ?? double.NegativeInfinity, field.AsText() ?? "");

    private static double? AsObjectDate(this JsonNode field) => field is JsonObject date ? date["$date"].AsNumber() : null;

    private static JsonObject Selected(JsonObject row, JsonArray? fields)
    {
        if (fields is not { Count: > 0 })
        {
            return row;
        }

        return new JsonObject(fields.Select(field => field.AsText()).OfType<string>()
            .Where(row.ContainsKey)
            .Select(field => KeyValuePair.Create(field, row[field]?.DeepClone())));
    }
}
