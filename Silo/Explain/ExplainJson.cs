using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Burnin.Domain.Smart;

namespace Burnin.Silo.Explain;

internal static class ExplainJson
{
    // It goes to a terminal or a file, never into a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string file, SmartReport report)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            SmartReportJson.Write(writer, report);
            SmartReportJson.WriteIndicators(writer, report);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
