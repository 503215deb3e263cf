using System.Text.Json;
using System.Text.Json.Serialization;

namespace Burnin.History.Jobs;

/// <summary>The JSON in the columns: snake_case, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<JobReason>))]
[JsonSerializable(typeof(StageResult))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<JobReason> reasons) =>
        JsonSerializer.Serialize(reasons, Default.IReadOnlyListJobReason);

    public static string Write(StageResult result) => JsonSerializer.Serialize(result, Default.StageResult);

    public static IReadOnlyList<JobReason> ReadReasons(string json) =>
        JsonSerializer.Deserialize(json, Default.IReadOnlyListJobReason) ?? [];

    public static StageResult? ReadResult(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, Default.StageResult);
}
