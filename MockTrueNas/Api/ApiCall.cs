using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Api;

/// <summary>One call of a method, from whatever transport.</summary>
internal sealed record ApiCall(Box Box, Session Session, JsonArray Arguments, JsonNode? MessageId = null)
{
    public Product Product => Box.Product;

    /// <summary>Null where the argument is missing, or null.</summary>
    public JsonNode? Argument(int place) => place < Arguments.Count ? Arguments[place] : null;

    public string? Text(int place) => Argument(place).AsText();

    public JsonObject? Object(int place) => Argument(place) as JsonObject;
}
