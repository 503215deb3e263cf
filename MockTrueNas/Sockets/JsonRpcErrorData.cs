using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>What an error tells beside its code: number, name, reason, the trace, and for each wrong attribute a line.</summary>
internal static class JsonRpcErrorData
{
    public static JsonObject Of(int errno, string reason, string exception, Product product) => new()
    {
        ["error"] = errno,
        ["errname"] = Errno.Name(errno),
        ["reason"] = reason,
        ["trace"] = Trace(exception, reason, product),
        ["extra"] = null,
    };

    public static JsonObject Of(ApiAnswer.Invalid invalid, Product product)
    {
        var data = Of(Errno.Invalid, Reason(invalid), "ValidationErrors", product);
        data["extra"] = Extra(invalid);

        return data;
    }

    public static string Reason(ApiAnswer.Invalid invalid) =>
        string.Concat(invalid.Errors.Select(error => $"[{Errno.Name(error.Errno)}] {error.Attribute}: {error.Message}\n"));

    public static JsonArray Extra(ApiAnswer.Invalid invalid) =>
        JsonReading.Array(invalid.Errors.Select(error => (JsonNode)new JsonArray(error.Attribute, error.Message, error.Errno)));

    /// <summary>26 shows no frames any more.</summary>
    public static JsonObject Trace(string exception, string reason, Product product)
    {
        var trace = new JsonObject { ["class"] = exception };

        if (product.Release < Release.TrueNas260)
        {
            trace["frames"] = new JsonArray();
        }

        trace["formatted"] = $"Traceback (most recent call last):\n{exception}: {reason}\n";
        trace["repr"] = $"{exception}('{reason}')";

        return trace;
    }
}
