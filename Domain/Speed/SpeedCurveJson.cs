using System.Text.Json;
using System.Text.Json.Serialization;

namespace Burnin.Domain.Speed;

/// <summary>A curve as evidence and as other drives are held against it. Its JSON is a contract: properties may be added, never renamed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SpeedCurve))]
public sealed partial class SpeedCurveJson : JsonSerializerContext
{
    public const string EvidenceName = "speed.json";

    public static string Write(SpeedCurve curve) => JsonSerializer.Serialize(curve, Default.SpeedCurve);

    /// <summary>Null for what is no curve.</summary>
    public static SpeedCurve? TryRead(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, Default.SpeedCurve);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
