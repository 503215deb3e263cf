using System.Globalization;
using System.Text.RegularExpressions;

namespace Burnin.Rig;

/// <summary>The grammar of a fault line, checked before the disk sees it: a misspelt fault would be a healthy disk.</summary>
internal static partial class FaultLine
{
    public static void Check(string line)
    {
        if (!Grammar().IsMatch(line))
        {
            throw new ArgumentException($"'{line}' is not a fault; see the head of faultydisk.c.", nameof(line));
        }
    }

    /// <summary>How much medium lies behind a disk of this size: a fake capacity needs only what it wraps around.</summary>
    public static long MediumBytes(long sizeBytes, IEnumerable<string> lines) =>
        lines.Select(line => line.Split(' '))
            .Where(words => words[0] == "alias")
            .Select(words => Bytes(words[1]))
            .Append(sizeBytes)
            .Min();

    private static long Bytes(string text)
    {
        var shift = text[^1] switch { 'b' => 12, 'K' => 10, 'M' => 20, 'G' => 30, 'T' => 40, _ => 0 };

        return long.Parse(shift == 0 ? text : text[..^1], CultureInfo.InvariantCulture) << shift;
    }

    [GeneratedRegex(
        @"\A(?:(?:read|write|bad|pending|corrupt|lost) \d+[bKMGT]? \d+[bKMGT]?|slow \d+[bKMGT]? \d+[bKMGT]? \d+|" +
        @"(?:alias|rate|dead_after) \d+[bKMGT]?|latency \d+|dead|hang)\z")]
    private static partial Regex Grammar();
}
