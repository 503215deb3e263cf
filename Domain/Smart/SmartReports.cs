using System.Buffers;
using System.Text;
using System.Text.Json;
using Burnin.Domain.Smart.Reading;

namespace Burnin.Domain.Smart;

/// <summary>
/// The one reader of smartctl: JSON first, with the plain text that <c>--json=o</c> adds to it for what JSON lacks, and
/// plain text alone where there is no JSON. Never throws, whatever it is given: what cannot be read is an
/// <see cref="SmartReportKind.Error"/>.
/// </summary>
public static class SmartReports
{
    /// <summary>Several times the longest report there is. What is longer is none, and is not worth the time.</summary>
    public const int MaxLength = 1 << 20;

    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Lines that may stand before the JSON.</summary>
    private const int MaxLinesBefore = 100;

    /// <summary>Bytes in whatever encoding a file of it has.</summary>
    /// <param name="bytes">The output.</param>
    /// <param name="exitStatus">Of smartctl, for text, which does not tell it.</param>
    public static SmartReport Read(ReadOnlySpan<byte> bytes, int? exitStatus = null) =>
        bytes.Length > 2 * MaxLength ? TooLong(exitStatus) : Read(SmartText.Decode(bytes), exitStatus);

    /// <param name="text">The output.</param>
    /// <param name="exitStatus">Of smartctl, for text, which does not tell it.</param>
    public static SmartReport Read(string text, int? exitStatus = null)
    {
        if (text.Length > MaxLength)
        {
            return TooLong(exitStatus);
        }

        text = text.TrimStart(ByteOrderMark);
        var start = StartOfJson(text);
        return (start < 0 ? null : OfJson(text.AsSpan(start), exitStatus)) ?? TextReport.Read(text, exitStatus);
    }

    /// <summary>Where the first line is that opens an object of JSON, or a list of such; warnings may stand before it.</summary>
    private static int StartOfJson(ReadOnlySpan<char> text)
    {
        var left = MaxLinesBefore;
        foreach (var line in text.EnumerateLines())
        {
            if (left-- == 0)
            {
                break;
            }

            var opened = line.TrimStart();
            if (opened is ['{', ..] || (opened is ['[', ..] && opened[1..].TrimStart() is [] or ['{', ..]))
            {
                return text.Overlaps(opened, out var start) ? start : -1;
            }
        }

        return -1;
    }

    /// <summary>Null: it is no JSON, so that plain text may still be tried.</summary>
    private static SmartReport? OfJson(ReadOnlySpan<char> text, int? exitStatus)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var whole = bytes.AsMemory(0, Encoding.UTF8.GetBytes(text, bytes));
            var reader = new Utf8JsonReader(whole.Span);
            reader.Read();
            reader.Skip();
            using var document = JsonDocument.Parse(whole[..(int)reader.BytesConsumed]);
            return JsonReport.Read(document.RootElement, exitStatus) with { IsFirstOfSeveral = IsFollowed(document.RootElement, whole.Span[(int)reader.BytesConsumed..]) };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Of the second kind: half a surrogate pair in a string.
            return text[0] == '{' && text.Contains("\":", StringComparison.Ordinal)
                ? Failed(SmartFormat.Json, exitStatus, "This is no whole JSON: it was cut, or damaged on the way.")
                : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>By another object: in the list, or behind the first one.</summary>
    private static bool IsFollowed(JsonElement root, ReadOnlySpan<byte> behind) =>
        behind.IndexOf((byte)'{') >= 0 || (root.ValueKind is JsonValueKind.Array && root.GetArrayLength() > 1);

    private static SmartReport TooLong(int? exitStatus) =>
        Failed(null, exitStatus, "This is longer than any output of smartctl.");

    private static SmartReport Failed(SmartFormat? format, int? exitStatus, string why) =>
        new() { Kind = SmartReportKind.Error, Format = format, ExitStatus = exitStatus, Messages = [why] };
}
