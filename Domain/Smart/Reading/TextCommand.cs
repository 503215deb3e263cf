using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>What came of <c>-t</c> or <c>-X</c>.</summary>
internal static partial class TextCommand
{
    private const string Opened = "device successfully opened";

    private static readonly ImmutableArray<string> Started =
        ["Testing has begun", "Self-test has begun", "Short Background Self Test has begun", "Extended Background Self Test has begun"];

    private static readonly ImmutableArray<string> Aborted = ["Self-testing aborted!", "Self-test aborted!", "Self Test returned without error"];

    private static readonly ImmutableArray<string> Refused = ["Can't start self-test without aborting", "Can't start selective self-test without aborting"];

    private static readonly ImmutableArray<string> Others =
    [
        "=== START OF OFFLINE IMMEDIATE AND SELF-TEST SECTION", "Short Foreground Self Test", "Extended Foreground Self Test", "Self-tests not supported",
        "Self-test functions not supported", "NVMe Self-test cmd ",
    ];

    private static readonly ImmutableArray<string> AtaCommands = ["Sending command: ", "Drive command ", "Command \""];

    /// <summary>Null: the text has none of the words that these two say.</summary>
    public static SelfTestCommand? Read(TextLines lines)
    {
        var (isStarted, isAborted, isRefused) = (Started.Any(lines.Has), Aborted.Any(lines.Has), Refused.Any(lines.Has));
        var isOpened = lines.All.Any(line => line.EndsWith(Opened, StringComparison.Ordinal));
        if (!isStarted && !isAborted && !isRefused && !isOpened && !Others.Any(lines.Has))
        {
            return null;
        }

        return new SelfTestCommand
        {
            Asked = isAborted ? "abort" : lines.All.Select(Asked).FirstOrDefault(asked => asked is not null),
            IsStarted = isStarted,
            IsAborted = isAborted,
            IsRefusedBecauseRunning = isRefused,
            Minutes = isStarted && lines.First("Please wait ", Wait()) is { } wait ? Numbers.FirstInt(wait.Groups["minutes"].ValueSpan) : null,
            IsSilentNoOp = isOpened && !isStarted && !isAborted && !isRefused,
        };
    }

    private static string? Asked(string line)
    {
        if (line.StartsWith("Short Background", StringComparison.Ordinal) || line.StartsWith("Extended Background", StringComparison.Ordinal))
        {
            return line[0] == 'S' ? "short" : "long";
        }

        return !AtaCommands.Any(start => line.StartsWith(start, StringComparison.Ordinal)) ? null
            : line.Contains("Short self-test", StringComparison.Ordinal) ? "short"
            : line.Contains("Extended self-test", StringComparison.Ordinal) ? "long"
            : line.Contains("Conveyance self-test", StringComparison.Ordinal) ? "conveyance"
            : line.Contains("Selective self-test", StringComparison.Ordinal) ? "select"
            : line.Contains("off-line routine", StringComparison.Ordinal) ? "offline"
            : line.Contains("Abort SMART", StringComparison.Ordinal) ? "abort"
            : null;
    }

    [GeneratedRegex(@"^Please wait (?<minutes>\d+) minutes", RegexOptions.CultureInvariant)]
    private static partial Regex Wait();
}
