using System.Text.Json;
using Burnin.Domain.Smart;

namespace Burnin.Nas.Host;

/// <summary>
/// Reads <c>smartctl --json</c>, of any release and any kind of drive: what is not there, or is of another type than
/// expected, is null.
/// </summary>
internal static class SmartctlJson
{
    /// <summary>Bits of the exit status that speak of the call. The others speak of the drive.</summary>
    private const int CallFailed = 0b11;

    public static SmartSnapshot Read(HostAnswer answer, DateTimeOffset takenAt)
    {
        if (answer.First("nosmart") is { } none)
        {
            return new SmartSnapshot { TakenAt = takenAt, Unavailable = none.Word(0) };
        }

        return Read(answer.Text("smart"), answer.First("smart")?.Number(0), takenAt);
    }

    public static SmartSnapshot Read(string text, long? exitStatus, DateTimeOffset takenAt)
    {
        using var document = Parse(text);
        if (document is null)
        {
            var said = text.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "nothing";
            return new SmartSnapshot { TakenAt = takenAt, Raw = text, Unavailable = $"smartctl gave no JSON but: {said}" };
        }

        var root = document.RootElement;
        if (exitStatus is { } status && (status & CallFailed) != 0)
        {
            var why = root.At("smartctl", "messages").Items().Select(message => message.At("string").Text()).FirstOrDefault(message => message is not null);
            return new SmartSnapshot { TakenAt = takenAt, Raw = text, Unavailable = $"smartctl could not ask the drive: {why ?? $"exit {status}"}" };
        }

        return new SmartSnapshot
        {
            TakenAt = takenAt,
            Passed = root.At("smart_status", "passed").Flag(),
            TemperatureCelsius = (int?)(root.At("temperature", "current").Number() ?? root.At("scsi_temperature", "current").Number()),
            PowerOnHours = root.At("power_on_time", "hours").Number(),
            Attributes = [.. root.At("ata_smart_attributes", "table").Items().Select(Attribute).OfType<SmartAttribute>()],
            Raw = text,
        };
    }

    /// <summary>Null for anything but a JSON object; text before the first brace is left out.</summary>
    internal static JsonDocument? Parse(string text)
    {
        var start = text.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(text[start..]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SmartAttribute? Attribute(JsonElement row) =>
        row.At("id").Number() is { } id and > 0 and < 256
            ? new SmartAttribute(
                (int)id,
                row.At("name").Text() ?? "",
                (int?)row.At("value").Number(),
                (int?)row.At("worst").Number(),
                (int?)row.At("thresh").Number(),
                row.At("raw", "value").Number() ?? 0)
            : null;
}
