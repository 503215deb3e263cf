using System.Text.Json;

namespace Burnin.Grains.Fleet;

/// <summary>What has changed of a drive, as browsers are told it.</summary>
internal static class JsonFields
{
    public const string None = "{}";

    private const string Job = "job";
    private const string JobId = "job_id";

    /// <summary>Counts the reports of a job; who watches has no use for it.</summary>
    private const string Revision = "revision";

    /// <summary>
    /// A JSON object with the fields of <paramref name="now"/> that differ; all of them where there was nothing before. Of a job
    /// that is still the same, too, only what differs: without its id it changes the one that is known, with it it is another.
    /// </summary>
    public static string Changed(JsonElement? before, JsonElement now)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var field in now.EnumerateObject())
            {
                Write(writer, before is { } old && old.TryGetProperty(field.Name, out var was) ? was : null, field);
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement? before, JsonProperty now)
    {
        if (before is not { } was)
        {
            now.WriteTo(writer);
        }
        else if (now.NameEquals(Job) && IsSameJob(was, now.Value))
        {
            if (Changed(was, now.Value) is var changed and not None)
            {
                writer.WritePropertyName(Job);
                writer.WriteRawValue(changed);
            }
        }
        else if (!now.NameEquals(Revision) && !JsonElement.DeepEquals(was, now.Value))
        {
            now.WriteTo(writer);
        }
    }

    private static bool IsSameJob(JsonElement one, JsonElement other) =>
        one.ValueKind == JsonValueKind.Object && other.ValueKind == JsonValueKind.Object
        && one.TryGetProperty(JobId, out var id) && other.TryGetProperty(JobId, out var otherId) && JsonElement.DeepEquals(id, otherId);
}
