using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>The lines of a text without SMART data that say why there is none.</summary>
internal static partial class TextMessages
{
    private const int MaxMessages = 20;

    public static IEnumerable<string> Of(TextLines lines, SmartReportKind kind)
    {
        List<string> found = [.. lines.All.Select(line => line.Trim()).Where(line => line.Length > 0 && Telling().IsMatch(line)).Take(MaxMessages)];
        return found.Count > 0 || kind is not SmartReportKind.Error ? found
            : lines.All.Select(line => line.Trim()).Where(line => line.Length > 0).Take(1);
    }

    [GeneratedRegex(
        @"^SMART support is:|^Device supports SMART|^Device does not support SMART|^=======> |^Device is in \S+(?: \(OS\))? mode|failed|exception|internal error|output error|denied|unknown usb|unable to|unrecognized|invalid argument|no such|not found|cannot|can't open|please specify device type|not implemented, exit|timed? ?out",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Telling();
}
