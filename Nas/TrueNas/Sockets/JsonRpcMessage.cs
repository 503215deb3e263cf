using System.Text.Json;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>What comes over the wire: one object a message.</summary>
internal static class JsonRpcMessage
{
    /// <summary>Null for what is none. It keeps its own memory, and needs not be disposed of.</summary>
    public static JsonElement? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            var message = JsonElement.ParseValue(ref reader);
            return message.ValueKind == JsonValueKind.Object ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
