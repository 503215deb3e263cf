using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;

namespace Burnin.Silo.Explain;

internal static class ExplainJson
{
    // It goes to a terminal or a file, never into a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string file, SmartReport report, VerdictPolicy policy, Verdict verdict)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            SmartReportJson.Write(writer, report);
            SmartReportJson.WriteIndicators(writer, report);
            Write(writer, policy, verdict);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, VerdictPolicy policy, Verdict verdict)
    {
        writer.WriteStartObject("verdict");
        writer.WriteString("policy", policy.Id);
        writer.WriteString("kind", verdict.Kind.Word);
        writer.WriteStartArray("reasons");
        foreach (var reason in verdict.Reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("code", reason.Code);
            writer.WriteString("severity", reason.Severity.Word);
            writer.WriteString("text", reason.Text);
            writer.WriteString("what_next", reason.WhatNext);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
