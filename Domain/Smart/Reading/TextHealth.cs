using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>Health, SMART on or off, temperature and hours.</summary>
internal static partial class TextHealth
{
    private const string SupportLine = "SMART support is:";

    private const string OldSupportLine = "Device supports SMART and is ";

    /// <summary>Both null where there is no such line; a text without a verdict for "UNKNOWN!".</summary>
    public static (bool? Passed, string? Text) Read(TextLines lines)
    {
        if (lines.Value("SMART overall-health self-assessment test result") is { } result)
        {
            return (result switch { "PASSED" => true, "FAILED!" or "FAILED" => false, _ => null }, result);
        }

        // Any phrase but one is a prediction that the drive makes of itself.
        return lines.Value("SMART Health Status") is { } status ? (status == "OK", status) : (null, null);
    }

    public static (bool? IsAvailable, bool? IsEnabled) Support(TextLines lines)
    {
        bool? isAvailable = null, isEnabled = null;
        foreach (var line in lines.All)
        {
            if (line.StartsWith(SupportLine, StringComparison.Ordinal))
            {
                var said = line.AsSpan(SupportLine.Length).Trim();
                isAvailable = said.StartsWith("Available", StringComparison.Ordinal) ? true : said.StartsWith("Unavailable", StringComparison.Ordinal) ? false : isAvailable;
                isEnabled = said.StartsWith("Enabled", StringComparison.Ordinal) ? true : said.StartsWith("Disabled", StringComparison.Ordinal) ? false : isEnabled;
            }
            else if (line.StartsWith(OldSupportLine, StringComparison.Ordinal))
            {
                isAvailable = true;
                isEnabled = line.AsSpan(OldSupportLine.Length).StartsWith("Enabled", StringComparison.Ordinal);
            }
            else if (line.StartsWith("Device does not support SMART", StringComparison.Ordinal))
            {
                isAvailable = false;
            }
        }

        return (isAvailable, isEnabled);
    }

    /// <summary>Of ATA, what the status log says goes for drives without an attribute for it.</summary>
    public static SmartTemperature Temperature(TextLines lines, SmartProtocol? protocol)
    {
        var hasAttribute = lines.Has("194 ") || lines.Has("190 ");
        return new SmartTemperature
        {
            CurrentCelsius = protocol switch
            {
                SmartProtocol.Scsi => OfScsi(lines),
                SmartProtocol.Nvme => Numbers.FirstInt(lines.Value("Temperature")),
                _ => hasAttribute ? null : Numbers.FirstInt(lines.Value("Current Temperature")),
            },
            LifetimeMaxCelsius = Second(lines.Value("Lifetime Min/Max Temperature")) ?? Around(lines, "Lifetime maximum temperature ="),
            RecommendedMaxCelsius = Second(lines.Value("Min/Max recommended Temperature")),
            LimitCelsius = Second(lines.Value("Min/Max Temperature Limit")) ?? Numbers.FirstInt(lines.Value("Warning Comp. Temp. Threshold")),
            TripCelsius = Numbers.FirstInt(lines.Value("Drive Trip Temperature")) ?? Numbers.FirstInt(lines.Value("Critical Comp. Temp. Threshold")),
        };
    }

    public static long? PowerOnHours(TextLines lines, SmartProtocol? protocol) => protocol switch
    {
        SmartProtocol.Nvme => Numbers.Marked(lines.Value("Power On Hours")),
        SmartProtocol.Scsi => ScsiHours(lines),
        SmartProtocol.Ata or null => null, // attribute 9, when it is decoded
    };

    private static long? ScsiHours(TextLines lines)
    {
        if (lines.First("Accumulated power on time", Accumulated()) is { } match)
        {
            return Numbers.First(match.Groups["hours"].ValueSpan);
        }

        var powered = lines.Find("number of hours powered up =");
        return powered < 0 ? null : Numbers.First(lines[powered].AsSpan(lines[powered].IndexOf('=', StringComparison.Ordinal) + 1));
    }

    private static int? OfScsi(TextLines lines)
    {
        var simple = Numbers.FirstInt(lines.Value("Current Drive Temperature"));
        return simple is null or 0 ? Around(lines, "Current temperature =") ?? simple : simple;
    }

    /// <summary>From the log of its surroundings that some SAS drives have.</summary>
    private static int? Around(TextLines lines, string label) => lines.Find(label) is >= 0 and var at ? Numbers.FirstInt(lines[at].AsSpan().TrimStart()[label.Length..]) : null;

    private static int? Second(string? pair) => pair?.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? Numbers.FirstInt(pair.AsSpan(slash + 1)) : null;

    [GeneratedRegex(@"^\s*Accumulated power on time, hours:minutes (?<hours>\d+):\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex Accumulated();
}
