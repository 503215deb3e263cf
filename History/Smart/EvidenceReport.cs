using System.Text.Json;
using Burnin.Domain.Smart;

namespace Burnin.History.Smart;

/// <summary>The attribute table of a report that was kept as JSON.</summary>
internal static class EvidenceReport
{
    public static SmartReport? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return new SmartReport
            {
                Kind = SmartReportKind.Report,
                HealthPassed = Child(root, "smart_status", "passed") is { ValueKind: JsonValueKind.True or JsonValueKind.False } passed ? passed.GetBoolean() : null,
                PowerOnHours = Number(Child(root, "power_on_time", "hours")),
                Temperature = new SmartTemperature { CurrentCelsius = (int?)Number(Child(root, "temperature", "current")) },
                Attributes = Child(root, "ata_smart_attributes", "table") is { ValueKind: JsonValueKind.Array } table ? [.. table.EnumerateArray().Select(Attribute)] : [],
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SmartAttribute Attribute(JsonElement row) => new(
        (int)(Number(Child(row, "id")) ?? 0), Child(row, "name")?.GetString() ?? "", (int?)Number(Child(row, "value")),
        (int?)Number(Child(row, "worst")), (int?)Number(Child(row, "thresh")), Number(Child(row, "raw", "value")))
    {
        RawText = Child(row, "raw", "string")?.GetString(),
    };

    private static long? Number(JsonElement? element) => element is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    private static JsonElement? Child(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }
}
