using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>What came of <c>-t</c> or <c>-X</c>.</summary>
internal static partial class TextCommand
{
    /// <summary>Null: the text has none of the words that these two say.</summary>
    public static SelfTestCommand? Read(TextLines lines)
    {
        if (!lines.All.Any(line => Telling().IsMatch(line)))
        {
            return null;
        }

        var isStarted = lines.All.Any(line => Started().IsMatch(line));
        var isAborted = lines.All.Any(line => Aborted().IsMatch(line));
        var isRefused = lines.Has("Can't start self-test without aborting") || lines.Has("Can't start selective self-test without aborting");
        return new SelfTestCommand
        {
            Asked = isAborted ? "abort" : lines.All.Select(Asked).FirstOrDefault(asked => asked is not null),
            IsStarted = isStarted,
            IsAborted = isAborted,
            IsRefusedBecauseRunning = isRefused,
            Minutes = isStarted && lines.All.Select(line => Wait().Match(line)).FirstOrDefault(match => match.Success) is { } wait
                ? Numbers.FirstInt(wait.Groups["minutes"].ValueSpan) : null,
            IsSilentNoOp = !isStarted && !isAborted && !isRefused && lines.All.Any(line => line.EndsWith("device successfully opened", StringComparison.Ordinal)),
        };
    }

    private static string? Asked(string line) =>
        line.Contains("Short", StringComparison.Ordinal) && AtaTest().IsMatch(line) || line.StartsWith("Short Background", StringComparison.Ordinal) ? "short"
        : line.Contains("Extended", StringComparison.Ordinal) && AtaTest().IsMatch(line) || line.StartsWith("Extended Background", StringComparison.Ordinal) ? "long"
        : !AtaTest().IsMatch(line) ? null
        : line.Contains("Conveyance", StringComparison.Ordinal) ? "conveyance"
        : line.Contains("Selective", StringComparison.Ordinal) ? "select"
        : line.Contains("off-line routine", StringComparison.Ordinal) ? "offline"
        : line.Contains("Abort SMART", StringComparison.Ordinal) ? "abort"
        : null;

    [GeneratedRegex(
        @"^=== START OF OFFLINE IMMEDIATE AND SELF-TEST SECTION|device successfully opened$|^Can't start (?:selective )?self-test without|^Self-test has begun|^(?:Short|Extended) (?:Back|Fore)ground Self Test|^Self-test(?:ing)? aborted!|^Self Test returned without error|^Self-tests not supported$|^Self-test functions not supported|^NVMe Self-test cmd ",
        RegexOptions.CultureInvariant)]
    private static partial Regex Telling();

    [GeneratedRegex(@"^Testing has begun|^Self-test has begun|^(?:Short|Extended) Background Self Test has begun", RegexOptions.CultureInvariant)]
    private static partial Regex Started();

    [GeneratedRegex(@"^Self-testing aborted!|^Self-test aborted!|^Self Test returned without error", RegexOptions.CultureInvariant)]
    private static partial Regex Aborted();

    [GeneratedRegex(@"^Please wait (?<minutes>\d+) minutes", RegexOptions.CultureInvariant)]
    private static partial Regex Wait();

    [GeneratedRegex(@"^(?:Sending command: |Drive command |Command )""", RegexOptions.CultureInvariant)]
    private static partial Regex AtaTest();
}
