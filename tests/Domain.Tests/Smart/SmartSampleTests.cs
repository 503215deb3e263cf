using System.Buffers;
using System.Text.Json;
using Burnin.Domain.Smart;
using Xunit;

namespace Burnin.Domain.Tests.Smart;

public sealed class SmartSampleTests
{
    /// <summary>
    /// Of a sample, not of a report. The exit status of plain text is known to whoever ran smartctl, and what it was asked for
    /// in a refusal to nobody but him.
    /// </summary>
    private static readonly string[] NotRead = ["file", "verified_by", "emulated_device", "indicators"];

    [Fact]
    public void There_are_samples() => Assert.True(SmartSamples.All().Count() >= 24);

    [Fact]
    public void Every_fact_of_every_sample_is_read() =>
        AssertNone(SmartSamples.All().SelectMany(sample => Differences(Path.GetFileName(sample.Path), sample.Expected, Facts(sample.Path, sample.Expected))));

    [Fact]
    public void Every_indicator_of_every_sample_is_seen_and_no_other() =>
        AssertNone(
            from sample in SmartSamples.All()
            let expected = string.Join("; ", sample.Expected.GetProperty("indicators").EnumerateArray().Select(indicator =>
                $"{indicator.GetProperty("code")} {indicator.GetProperty("severity")} {indicator.GetProperty("detail")}"))
            let seen = string.Join("; ", SmartIndicators.Of(SmartReports.Read(File.ReadAllBytes(sample.Path))).Select(indicator =>
                $"{indicator.Code} {SmartWire.Word(indicator.Severity)} {indicator.Detail}"))
            where expected != seen
            select $"{Path.GetFileName(sample.Path)}: expected [{expected}], seen [{seen}]");

    /// <summary>In full: what differs is the point of these tests.</summary>
    private static void AssertNone(IEnumerable<string> differences)
    {
        var all = string.Join('\n', differences);
        Assert.True(all.Length == 0, all);
    }

    private static JsonElement Facts(string path, JsonElement expected)
    {
        var isText = expected.GetProperty("format").GetString() == "text";
        var exitStatus = isText && expected.GetProperty("exit_status").ValueKind is JsonValueKind.Number ? expected.GetProperty("exit_status").GetInt32() : (int?)null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            SmartReportJson.Write(writer, SmartReports.Read(File.ReadAllBytes(path), exitStatus));
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    private static IEnumerable<string> Differences(string at, JsonElement expected, JsonElement found)
    {
        if (expected.ValueKind is JsonValueKind.Object && found.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in expected.EnumerateObject().Where(property => !NotRead.Contains(property.Name)))
            {
                // A refusal does not repeat what was asked for.
                if (property.Name == "asked" && found.GetProperty("asked").ValueKind is JsonValueKind.Null && !found.GetProperty("started").GetBoolean())
                {
                    continue;
                }

                foreach (var difference in found.TryGetProperty(property.Name, out var value)
                    ? Differences($"{at} {property.Name}", property.Value, value)
                    : [$"{at} {property.Name}: expected {property.Value.GetRawText()}, found nothing"])
                {
                    yield return difference;
                }
            }

            // What is empty in the sample must be empty here: attributes, SCSI counters, NVMe's log.
            var extra = found.EnumerateObject().Where(property => at.Contains(' ', StringComparison.Ordinal) && !expected.TryGetProperty(property.Name, out _)).ToList();
            foreach (var property in extra)
            {
                yield return $"{at} {property.Name}: expected nothing, found {property.Value.GetRawText()}";
            }
        }
        else if (expected.ValueKind is JsonValueKind.Array && found.ValueKind is JsonValueKind.Array && expected.GetArrayLength() == found.GetArrayLength())
        {
            foreach (var difference in expected.EnumerateArray().Zip(found.EnumerateArray()).Index()
                .SelectMany(pair => Differences($"{at}[{pair.Index}]", pair.Item.First, pair.Item.Second)))
            {
                yield return difference;
            }
        }
        else if (!JsonElement.DeepEquals(expected, found))
        {
            yield return $"{at}: expected {expected.GetRawText()}, found {found.GetRawText()}";
        }
    }
}
