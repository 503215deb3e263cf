using System.Text.Json;
using System.Text.Json.Serialization;
using Burnin.Domain.Surface;

namespace Burnin.History.Surface;

/// <summary>The segments of a surface stage as the evidence keeps them.</summary>
internal sealed partial record SegmentsFile
{
    public const string Name = "segments.json";

    public string? Engine { get; init; }

    public int BlockBytes { get; init; }

    public int Passes { get; init; }

    public IReadOnlyList<FinishedSegment> Segments { get; init; } = [];

    public IReadOnlyList<BadBlock> BadBlocks { get; init; } = [];

    /// <summary>Null for what is no such file: evidence of another version must not keep a page from being shown.</summary>
    public static SegmentsFile? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, Json.Default.SegmentsFile);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(SegmentsFile))]
    private sealed partial class Json : JsonSerializerContext;
}
