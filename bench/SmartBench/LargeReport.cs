using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Burnin.SmartBench;

/// <summary>
/// A report as a large disk gives it to <c>smartctl -x --json=co</c>: the sample with its text inside, a full history of
/// temperatures in both forms, and a long error log.
/// </summary>
internal static class LargeReport
{
    private const int Characters = 100_000;

    private const int Temperatures = 478;

    private const int SasLines = 700;

    public static string Make()
    {
        var root = JsonNode.Parse(Sample("a05_ext_failed_lba__7.5__xj.json"))!;
        var history = Enumerable.Range(0, Temperatures).Select(place => 30 + (place % 9)).ToList();
        root["ata_sct_temperature_history"] = new JsonObject { ["table"] = new JsonArray([.. history.Select(celsius => (JsonNode)celsius)]) };
        var output = new JsonArray([.. Sample("a05_ext_failed_lba__6.6__a.txt").Split('\n').Select(line => (JsonNode)line)]);
        root["smartctl"]!["output"] = output;
        foreach (var (place, celsius) in history.Index())
        {
            output.Add(string.Create(CultureInfo.InvariantCulture, $" {place,3}    2026-11-23 08:36    {celsius}  {new string('*', celsius - 19)}"));
        }

        var errors = root["ata_smart_error_log"]!["extended"]!["table"]!.AsArray();
        while (root.ToJsonString().Length < Characters)
        {
            errors.Add(errors[0]!.DeepClone());
        }

        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = false });
    }

    /// <summary>Of a SAS drive with the log of its background scans, which is long, in both forms.</summary>
    public static string OfSas()
    {
        var root = JsonNode.Parse(Sample("s02_sas_running_37__7.4__aj.json"))!;
        root["smartctl"]!["output"] = new JsonArray(
        [
            .. Sample("s02_sas_running_37__7.4__a.txt").Split('\n').Select(line => (JsonNode)line),
            .. Enumerable.Range(0, SasLines).Select(place => (JsonNode)string.Create(CultureInfo.InvariantCulture, $" {place,3}  100:14  000000000123456f  [1,17,1]   Recovered via rewrite in-place")),
        ]);
        return root.ToJsonString();
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));
}
