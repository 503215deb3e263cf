using System.Text.Json;
using System.Text.Json.Serialization;
using Burnin.Domain.Jobs;
using Burnin.Domain.Speed;
using Burnin.Domain.Surface;

namespace Burnin.Nas.Host;

/// <summary>The segments of a run as a file: what each took, counted and suffered, for whoever wants to judge again; and its speed over position.</summary>
internal static partial class SurfaceEvidence
{
    private const string Name = "segments.json";

    public static IEnumerable<StageEvidence> Of(SurfaceSight sight, RunResult result)
    {
        yield return new StageEvidence(Name, JsonSerializer.Serialize(
            new SegmentsFile { Engine = sight.Engine, BlockBytes = sight.Plan?.BlockBytes ?? 0, Passes = sight.Plan?.Passes ?? 0, Segments = [.. sight.Finished], BadBlocks = [.. sight.Bad] },
            EvidenceJson.Default.SegmentsFile));
        if (result.Speed is { } curve)
        {
            yield return new StageEvidence(SpeedCurveJson.EvidenceName, SpeedCurveJson.Write(curve));
        }
    }

    internal sealed record SegmentsFile
    {
        public required string? Engine { get; init; }

        public required int BlockBytes { get; init; }

        public required int Passes { get; init; }

        public required IReadOnlyList<FinishedSegment> Segments { get; init; }

        public required IReadOnlyList<BadBlock> BadBlocks { get; init; }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(SegmentsFile))]
    internal sealed partial class EvidenceJson : JsonSerializerContext;
}
