using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>The attribute table in its two layouts: of <c>-a</c>, with flags in hex, and of <c>-x</c>, with flags in letters.</summary>
internal static partial class TextAttributes
{
    public static ImmutableArray<SmartAttribute> Read(TextLines lines)
    {
        // A drive that fails has its failed attributes printed first, and then all: the later row is the whole one.
        var rows = new Dictionary<int, SmartAttribute>();
        foreach (var row in Joined(lines).Select(Row).OfType<SmartAttribute>())
        {
            rows[row.Id] = row;
        }

        return [.. rows.Values];
    }

    /// <summary>Some tools break a row behind the column UPDATED, to fit it on a screen.</summary>
    private static IEnumerable<string> Joined(TextLines lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var isBroken = (lines[i].EndsWith(" Always", StringComparison.Ordinal) || lines[i].EndsWith(" Offline", StringComparison.Ordinal))
                && i + 1 < lines.Count && lines[i + 1] is [' ' or '\t', ..];
            yield return isBroken ? $"{lines[i]} {lines[++i].TrimStart()}" : lines[i];
        }
    }

    private static SmartAttribute? Row(string line)
    {
        var start = line.AsSpan().TrimStart();
        if (start.IsEmpty || !char.IsAsciiDigit(start[0]))
        {
            return null;
        }

        var match = Hex().Match(line);
        if (!match.Success && !(match = Letters().Match(line)).Success)
        {
            return null;
        }

        return Numbers.First(match.Groups["id"].ValueSpan) is > 0 and < 256 and var id
            ? new SmartAttribute((int)id, match.Groups["name"].Value, Level(match, "value"), Level(match, "worst"), Level(match, "thresh"), null)
            {
                RawText = match.Groups["raw"].Value.Trim(),
                WhenFailed = match.Groups["when"].Value switch
                {
                    "FAILING_NOW" or "NOW" => AttributeFailure.Now,
                    "In_the_past" or "Past" => AttributeFailure.Past,
                    _ => null,
                },
                IsPrefail = match.Groups["type"].Value is "Pre-fail" or "P",
            }
            : null;
    }

    private static int? Level(Match match, string name) => Numbers.FirstInt(match.Groups[name].ValueSpan);

    [GeneratedRegex(
        @"^\s*(?<id>0x[0-9a-fA-F]{2}|\d{1,3})\s+(?<name>\S{1,40}?)\s*0x[0-9a-fA-F]{4}\s+(?<value>\d{1,3}|---)\s+(?<worst>\d{1,3}|---)\s+(?<thresh>\d{1,3}|---)\s+(?<type>Pre-fail|Old_age)\s+\S+\s+(?<when>\S+)\s+(?<raw>\S.*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Hex();

    [GeneratedRegex(
        @"^\s*(?<id>0x[0-9a-fA-F]{2}|\d{1,3})\s+(?<name>\S{1,40}?)\s*(?<type>[P-])[O-][S-][R-][C-][K-][+ ]?\s+(?<value>\d{1,3}|---)\s+(?<worst>\d{1,3}|---)\s+(?<thresh>\d{1,3}|---)\s+(?<when>\S+)\s+(?<raw>\S.*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
