using System.Text.Json;
using Burnin.History.Sqlite;

namespace Burnin.History.Smart;

/// <summary>A row of burnin_smart with one attribute of its facts.</summary>
internal sealed class SmartAttributeRow
{
    public required long Id { get; init; }

    public required string TakenAt { get; init; }

    public required string Nas { get; init; }

    public required string JobId { get; init; }

    public required string Attribute { get; init; }

    public SmartAttributePoint ToPoint()
    {
        var attribute = JsonElement.Parse(Attribute);
        return new SmartAttributePoint
        {
            SnapshotId = Id,
            TakenAt = UtcText.Parse(TakenAt),
            Nas = Nas,
            JobId = JobId,
            Name = Text(attribute, "name"),
            Value = Number(attribute, "value"),
            Worst = Number(attribute, "worst"),
            Threshold = Number(attribute, "thresh"),
            RawText = Text(attribute, "raw_text"),
            Decoded = Number(attribute, "decoded"),
        };
    }

    private static string? Text(JsonElement attribute, string name) => attribute.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static long? Number(JsonElement attribute, string name) =>
        attribute.TryGetProperty(name, out var number) && number.ValueKind is JsonValueKind.Number ? number.GetInt64() : null;
}
