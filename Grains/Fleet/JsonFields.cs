using System.Text.Json;

namespace Burnin.Grains.Fleet;

internal static class JsonFields
{
    public const string None = "{}";

    /// <summary>A JSON object with the fields of <paramref name="now"/> that differ; all of them where there was nothing before.</summary>
    public static string Changed(JsonElement? before, JsonElement now)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var field in now.EnumerateObject())
            {
                if (before is not { } old || !old.TryGetProperty(field.Name, out var was) || !JsonElement.DeepEquals(was, field.Value))
                {
                    field.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
