using System.Text.Json;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Tests.Smart;

/// <summary>
/// Outputs of real smartctl releases over made-up drives, with the facts that stand in them. A folder of more, in the same
/// shape, is read too where BURNIN_FIXTURES names one.
/// </summary>
internal static class SmartSamples
{
    private static readonly string Own = Path.Combine(AppContext.BaseDirectory, "Smart", "Samples");

    /// <summary>Folders with an expected.jsonl.</summary>
    public static IEnumerable<string> Folders() =>
        new[] { Own, Environment.GetEnvironmentVariable("BURNIN_FIXTURES") }.OfType<string>();

    public static IEnumerable<(string Path, JsonElement Expected)> All() =>
        from folder in Folders()
        from line in File.ReadLines(Path.Combine(folder, "expected.jsonl"))
        let expected = JsonDocument.Parse(line).RootElement
        let path = Path.Combine(folder, expected.GetProperty("file").GetString()!)
        where File.Exists(path)
        select (path, expected);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Own, name));

    public static string Text(string name) => SmartText.Decode(Bytes(name));

    public static SmartReport Read(string name) => SmartReports.Read(Text(name));
}
