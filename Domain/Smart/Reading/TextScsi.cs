using System.Globalization;
using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

internal static partial class TextScsi
{
    public static ScsiCounters Read(TextLines lines)
    {
        var made = lines.First("Manufactured in week", Made());
        var health = lines.Value("SMART Health Status") is { } status && Sense().Match(status) is { Success: true } sense ? sense : null;
        var scan = lines.Find("Status:", Math.Max(0, lines.Find("Background scan results log")));
        return new ScsiCounters
        {
            Read = Counter(lines, "read:"),
            Write = Counter(lines, "write:"),
            Verify = Counter(lines, "verify:"),
            GrownDefects = Numbers.First(lines.Value("Elements in grown defect list")),
            NonMediumErrors = Numbers.First(lines.Value("Non-medium error count")),
            StartStopCycles = Numbers.First(lines.Value("Accumulated start-stop cycles")),
            SpecifiedStartStopCycles = Numbers.First(lines.Value("Specified cycle count over device lifetime")),
            LoadUnloadCycles = Numbers.First(lines.Value("Accumulated load-unload cycles")),
            SpecifiedLoadUnloadCycles = Numbers.First(lines.Value("Specified load-unload count over device lifetime")),
            EndurancePercentUsed = Numbers.FirstInt(lines.Value("Percentage used endurance indicator")),
            ManufacturedWeek = made is null ? null : $"{made.Groups["year"].Value}-{made.Groups["week"].Value}",
            HealthReason = health?.Groups["reason"].Value.Trim(),
            HealthAsc = health is null ? null : Hex(health.Groups["asc"].ValueSpan),
            HealthAscq = health is null ? null : Hex(health.Groups["ascq"].ValueSpan),
            BackgroundScanStatus = scan >= 0 && lines.Has("Background scan results log") ? lines[scan].Trim()["Status:".Length..].Trim() : null,
            BackgroundScansDone = lines.First("Number of background scans performed", Scans()) is { } scans ? Numbers.First(scans.Groups["count"].ValueSpan) : null,
        };
    }

    private static ScsiErrorCounter? Counter(TextLines lines, string name)
    {
        if (lines.Find(name, Math.Max(0, lines.Find("Error counter log:"))) is not (>= 0 and var at))
        {
            return null;
        }

        var words = lines[at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length != 8 ? null : new ScsiErrorCounter
        {
            CorrectedFast = Numbers.First(words[1]),
            CorrectedDelayed = Numbers.First(words[2]),
            Retries = Numbers.First(words[3]),
            Corrected = Numbers.First(words[4]),
            CorrectionInvocations = Numbers.First(words[5]),
            GigabytesProcessed = Numbers.Gigabytes(words[6].Replace(',', '.')),
            Uncorrected = Numbers.First(words[7]),
        };
    }

    private static int? Hex(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^Manufactured in week (?<week>\d\d) of year (?<year>\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Made();

    [GeneratedRegex(@"^(?<reason>.*?)\[asc=(?<asc>[0-9a-f]{1,2}), ascq=(?<ascq>[0-9a-f]{1,2})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Sense();

    [GeneratedRegex(@"^\s*Number of background scans performed: (?<count>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Scans();
}
