using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Rest;

/// <summary>A query string as filters and options: <c>?type=HDD&amp;size__gt=1&amp;sort=-size&amp;limit=5&amp;extra.pools=true</c>.</summary>
internal static class RestQuery
{
    private const string ExtraPrefix = "extra.";

    /// <summary>Null where there is none: then the body counts.</summary>
    public static JsonArray? Arguments(IEnumerable<KeyValuePair<string, string>> query, Product product)
    {
        var filters = new JsonArray();
        var options = new JsonObject();
        var extra = Extra(query, product);

        foreach (var (key, value) in query)
        {
            if (key is "limit" or "offset" or "count")
            {
                options[key] = key is "count" ? JsonNode.Parse(value is "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase) ? "true" : "false") : Value(value);
            }
            else if (key == "sort")
            {
                options["order_by"] = new JsonArray([.. value.Split(',').Select(name => (JsonNode)name)]);
            }
            else if (!IsExtra(key, product))
            {
                var parts = key.Split("__", 2);
                filters.Add(new JsonArray(parts[0], Operator(parts.Length == 2 ? parts[1] : "="), Value(value)));
            }
        }

        if (extra.Count > 0)
        {
            options["extra"] = extra;
        }

        return filters.Count > 0 || options.Count > 0 ? [filters, options] : null;
    }

    /// <summary>CORE knows no such keys: there they are filters like any other.</summary>
    public static JsonObject Extra(IEnumerable<KeyValuePair<string, string>> query, Product product) =>
        new(query.Where(pair => IsExtra(pair.Key, product)).Select(pair => KeyValuePair.Create(pair.Key[ExtraPrefix.Length..], Json(pair.Value))));

    private static bool IsExtra(string key, Product product) => !product.IsCore && key.StartsWith(ExtraPrefix, StringComparison.Ordinal);

    private static string Operator(string name) => name switch
    {
        "eq" => "=",
        "neq" => "!=",
        "gt" => ">",
        "lt" => "<",
        "gte" => ">=",
        "lte" => "<=",
        "regex" => "~",
        _ => name,
    };

    /// <summary>Digits are a number, also where they are a serial.</summary>
    private static JsonNode? Value(string value) => value switch
    {
        _ when value.Length > 0 && value.All(char.IsAsciiDigit) && long.TryParse(value, CultureInfo.InvariantCulture, out var number) => number,
        _ when value.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        _ when value.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ when value.Equals("null", StringComparison.OrdinalIgnoreCase) => null,
        _ => value,
    };

    private static JsonNode? Json(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return value;
        }
    }
}
