using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>The list of <c>smartctl --scan</c>. A line behind # is a device that could not be opened.</summary>
internal static partial class TextScan
{
    /// <summary>Null: it is no such list.</summary>
    public static SmartReport? Read(TextLines lines)
    {
        var devices = new List<ScannedDevice>();
        var messages = new List<string>();
        foreach (var line in lines.All.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line[0] == '#' && (line.Contains(" -d ", StringComparison.Ordinal) || line.StartsWith("# scan_", StringComparison.Ordinal)))
            {
                messages.Add(line);
            }
            else if (Device().Match(line) is { Success: true } match)
            {
                var about = match.Groups["about"].Value.Trim();
                var blank = about.IndexOf(' ', StringComparison.Ordinal);
                devices.Add(new ScannedDevice(
                    match.Groups["name"].Value,
                    match.Groups["type"].Value,
                    about.Length == 0 ? null : blank < 0 ? about : about[..blank],
                    blank < 0 ? null : about[(blank + 1)..].Trim()));
            }
            else
            {
                return null;
            }
        }

        return devices.Count + messages.Count == 0 ? null : new SmartReport
        {
            Kind = devices.Count > 0 ? SmartReportKind.Scan : SmartReportKind.Error,
            Format = SmartFormat.Text,
            Scan = [.. devices],
            Messages = [.. messages],
        };
    }

    [GeneratedRegex(@"^(?<name>[^\s#]\S*) -d (?<type>\S+)(?: #(?<about>.*)| \(opened\)|)$", RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
