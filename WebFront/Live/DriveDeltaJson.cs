using System.Text.Json;
using System.Text.Json.Serialization;
using Burnin.Grains.Interfaces.Fleet;

namespace Burnin.WebFront.Live;

/// <summary>Writes a changed drive as one flat object: its id, then the changed fields just as the feed has written them.</summary>
public sealed class DriveDeltaJson : JsonConverter<DriveDelta>
{
    public override DriveDelta Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Deltas go to browsers only.");

    public override void Write(Utf8JsonWriter writer, DriveDelta value, JsonSerializerOptions options)
    {
        using var fields = JsonDocument.Parse(value.FieldsJson);

        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        foreach (var field in fields.RootElement.EnumerateObject().Where(field => !field.NameEquals("id")))
        {
            field.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
