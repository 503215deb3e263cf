using System.Text.Json;
using System.Text.Json.Serialization;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>A call as it goes over the wire: the product takes arguments by their place only, and no batches.</summary>
internal sealed record JsonRpcRequest(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("method")] string Method,
    [property: JsonPropertyName("params")] object?[] Parameters)
{
    public static JsonSerializerOptions Json { get; } = new();

    [JsonPropertyName("jsonrpc")]
    public string Version { get; } = "2.0";
}
