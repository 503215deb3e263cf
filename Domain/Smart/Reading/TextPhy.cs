using System.Globalization;
using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>The link: what it counts as errors, and how fast it is.</summary>
internal static partial class TextPhy
{
    public static IEnumerable<PhyCounter> Sata(TextLines lines) =>
        from line in lines.Block("SATA Phy Event Counters (GP Log 0x11)")
        let match = SataCounter().Match(line)
        where match.Success
        select new PhyCounter(
            "sata",
            int.Parse(match.Groups["id"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            match.Groups["name"].Value,
            Numbers.First(match.Groups["value"].ValueSpan) ?? 0);

    public static IEnumerable<PhyCounter> Sas(TextLines lines)
    {
        var (port, phy) = ("", "");
        foreach (var line in lines.All.Skip(Math.Max(0, lines.Find("relative target port id ="))))
        {
            var text = line.Trim();
            if (text.StartsWith("relative target port id =", StringComparison.Ordinal))
            {
                port = text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
            }
            else if (text.StartsWith("phy identifier =", StringComparison.Ordinal))
            {
                phy = text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
            }
            else if (port.Length > 0 && phy.Length > 0 && SasCounter().Match(text) is { Success: true } match && SasCounters.NameOf(match.Groups["name"].ValueSpan) is { } name)
            {
                yield return new PhyCounter($"port {port} phy {phy}", null, name, Numbers.First(match.Groups["value"].ValueSpan) ?? 0);
            }
        }
    }

    public static LinkSpeed? Speed(TextLines lines)
    {
        if (lines.Value("SATA Version is") is { } version)
        {
            var current = version.IndexOf("(current:", StringComparison.Ordinal);
            return Megabits(current < 0 ? version : version[..current]) is var max && Megabits(current < 0 ? null : version[current..]) is var now && (max ?? now) is not null
                ? new LinkSpeed(max, now) : null;
        }

        var rate = lines.Find("negotiated logical link rate:");
        return rate >= 0 && Megabits(lines[rate]) is { } agreed ? new LinkSpeed(null, agreed) : null;
    }

    /// <summary>Of <c>6.0 Gb/s</c>, <c>12 Gbps</c> and their like.</summary>
    public static int? Megabits(string? speed) =>
        speed is not null && Gigabits().Match(speed) is { Success: true } match
        && decimal.TryParse(match.Groups["gigabits"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var gigabits)
            ? (int)(gigabits * 1000) : null;

    [GeneratedRegex(@"^0x(?<id>[0-9a-f]{4})\s+\d\s+(?<value>\d+)\+?\s+(?<name>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SataCounter();

    [GeneratedRegex(@"^(?<name>[A-Za-z ]+) = (?<value>\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex SasCounter();

    [GeneratedRegex(@"(?<gigabits>\d{1,3}(?:\.\d{1,2})?) Gb(?:/s|ps)", RegexOptions.CultureInvariant)]
    private static partial Regex Gigabits();
}
