using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Rest;

/// <summary>
/// Makes a method's arguments out of a request: a query string becomes filters, and then the body is not looked at; a body is the
/// one argument itself, or an object of several by name.
/// </summary>
internal abstract record RestArguments
{
    private RestArguments() { }

    public sealed record Taken(JsonArray Arguments) : RestArguments;

    /// <summary>400, with a message.</summary>
    public sealed record Malformed(string Message) : RestArguments;

    public static RestArguments Of(RestRoute route, string? id, IEnumerable<KeyValuePair<string, string>> query, string body, Product product)
    {
        if (route.IsOne)
        {
            return new Taken([Row(route.Method.Service == "disk" ? "identifier" : "id", id!), new JsonObject { ["get"] = true, ["extra"] = RestQuery.Extra(query, product) }]);
        }

        if (route is { Verb: "GET", Method.IsFilterable: true } && RestQuery.Arguments(query, product) is { } filters)
        {
            return new Taken(filters);
        }

        var read = FromBody(route, body, product);

        if (route.Method.IsOfItem && read is Taken taken)
        {
            taken.Arguments.Insert(0, IdNode(id!));
        }

        return read;
    }

    private static JsonArray Row(string field, string id) => [new JsonArray(field, "=", IdNode(id))];

    private static JsonNode IdNode(string id) => id.All(char.IsAsciiDigit) ? long.Parse(id, CultureInfo.InvariantCulture) : id;

    private static RestArguments FromBody(RestRoute route, string body, Product product)
    {
        if (body.Length == 0)
        {
            return new Taken([]);
        }

        JsonNode? data;

        try
        {
            data = JsonNode.Parse(body);
        }
        catch (JsonException exception)
        {
            return new Malformed(product.IsCore ? exception.Message : $"json parse error: {exception.Message}");
        }

        List<Parameter> parameters = [.. route.Method.Parameters.Skip(route.Method.IsOfItem ? 1 : 0)];

        return (parameters.Count, data) switch
        {
            (0, _) when route.Verb == "GET" && IsEmpty(data) => new Taken([]),
            ( <= 1, _) => new Taken([data]),
            (_, JsonObject named) => FromObject(parameters, named),
            _ => new Malformed("Endpoint accepts multiple params, object/dict expected."),
        };
    }

    private static bool IsEmpty(JsonNode? data) => data is null or JsonObject { Count: 0 } or JsonArray { Count: 0 };

    private static RestArguments FromObject(List<Parameter> parameters, JsonObject data)
    {
        var arguments = new JsonArray();

        // 24.10 began to rename them; both names are taken.
        foreach (var name in (string[])["filters", "options"])
        {
            if (parameters.Exists(parameter => parameter.Name == $"query-{name}") && data.Remove(name, out var value))
            {
                data[$"query-{name}"] = value;
            }
        }

        foreach (var parameter in parameters)
        {
            if (data.Remove(parameter.Name, out var value))
            {
                arguments.Add(value);
            }
            else if (parameter.IsRequired)
            {
                return new Malformed($"{parameter.Name} attribute expected.");
            }
            else if (parameters[^1] != parameter && data.ContainsKey(parameters[^1].Name))
            {
                arguments.Add(null);
            }
        }

        return data.Count == 0
            ? new Taken(arguments)
            : new Malformed($"The following attributes are not expected: {string.Join(", ", data.Select(pair => pair.Key))}");
    }
}
