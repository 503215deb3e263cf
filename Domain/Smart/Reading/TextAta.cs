using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>What only ATA drives have: error logs, device statistics, pending defects, error recovery.</summary>
internal static partial class TextAta
{
    public static long? ErrorCount(TextLines lines)
    {
        if (lines.Value("Device Error Count") is { } device)
        {
            return Numbers.First(device);
        }

        if (lines.Value("ATA Error Count") is { } counted)
        {
            return Numbers.First(counted);
        }

        return ErrorLog(lines) is >= 0 and var log && log + 1 < lines.Count && lines[log + 1].StartsWith("No Errors Logged", StringComparison.Ordinal) ? 0 : null;
    }

    public static ImmutableArray<AtaError> Errors(TextLines lines)
    {
        var errors = ImmutableArray.CreateBuilder<AtaError>();
        (long Number, long? Hours)? occurred = null;
        foreach (var line in lines.All.Skip(Math.Max(0, ErrorLog(lines))))
        {
            if (line.StartsWith("Error ", StringComparison.Ordinal) && Occurred().Match(line) is { Success: true } head)
            {
                occurred = (Numbers.First(head.Groups["number"].ValueSpan) ?? 0, Numbers.First(head.Groups["hours"].ValueSpan));
            }
            else if (occurred is { } error && What().Match(line) is { Success: true } what)
            {
                errors.Add(new AtaError(error.Number, error.Hours, what.Groups["what"].Value, Numbers.First(what.Groups["lba"].ValueSpan)));
                occurred = null;
            }
        }

        return errors.ToImmutable();
    }

    public static ImmutableArray<DeviceStatistic> Statistics(TextLines lines) =>
        lines.Has("Device Statistics (") ? [.. lines.All.Select(Statistic).OfType<DeviceStatistic>()] : [];

    public static long? PendingDefects(TextLines lines)
    {
        var log = lines.Find("Pending Defects log (GP Log 0x0c)");
        if (log < 0 || log + 1 >= lines.Count || lines[log].Contains("not supported", StringComparison.Ordinal))
        {
            return null;
        }

        if (lines[log + 1].StartsWith("No Defects Logged", StringComparison.Ordinal))
        {
            return 0;
        }

        var rows = lines.Block("Pending Defects log (GP Log 0x0c)").ToList();
        var count = rows.Count(row => Defect().IsMatch(row));
        var hidden = rows.Select(row => Hidden().Match(row)).FirstOrDefault(match => match.Success);
        return count > 0 ? count + (hidden is null ? 0 : Numbers.First(hidden.Groups["more"].ValueSpan)) : null;
    }

    public static ErrorRecoveryControl? Recovery(TextLines lines)
    {
        var log = lines.Find("SCT Error Recovery Control:");
        return log < 0 || log + 2 >= lines.Count ? null
            : (Deciseconds(lines[log + 1], "Read:"), Deciseconds(lines[log + 2], "Write:")) is var (read, write) && (read ?? write) is not null
                ? new ErrorRecoveryControl(read, write) : null;
    }

    private static int? Deciseconds(string line, string label)
    {
        var rest = line.AsSpan().TrimStart();
        return !rest.StartsWith(label, StringComparison.Ordinal) ? null
            : rest[label.Length..].Trim().StartsWith("Disabled", StringComparison.Ordinal) ? 0
            : Numbers.FirstInt(rest[label.Length..]);
    }

    private static int ErrorLog(TextLines lines) => lines.Find("SMART Extended Comprehensive Error Log Version") is >= 0 and var extended
        ? extended : lines.Find("SMART Error Log Version");

    private static DeviceStatistic? Statistic(string line)
    {
        var match = New().Match(line);
        if (!match.Success && !(match = Old().Match(line)).Success)
        {
            return null;
        }

        var page = match.Groups["page"].Value;
        return new DeviceStatistic(
            int.Parse(page, page.Length == 2 && match.Groups["hex"].Success ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["offset"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            match.Groups["name"].Value.Trim(),
            Numbers.First(match.Groups["value"].ValueSpan) ?? 0);
    }

    [GeneratedRegex(@"^Error (?<number>\d+)(?: \[\d+\])? occurred at disk power-on lifetime: (?<hours>\d+) hours", RegexOptions.CultureInvariant)]
    private static partial Regex Occurred();

    [GeneratedRegex(@"^\s+[0-9a-f]{2} (?:[0-9a-f-]{2} )+.*?\s(?<what>Error: .*?)(?: at LBA = 0x[0-9a-f]+ = (?<lba>\d+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex What();

    [GeneratedRegex(@"^(?<hex>0x)(?<page>[0-9a-f]{2})\s+0x(?<offset>[0-9a-f]{3})\s+\d\s+(?<value>-?\d+)\s+[N-][D-][C-]\+?\s+(?<name>\S.*?)(?: \[[^\]]*\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex New();

    [GeneratedRegex(@"^\s*(?<page>\d{1,3})\s+0x(?<offset>[0-9a-f]{3})\s+\d~?\s+(?<value>-?\d+)~?\s+(?<name>[A-Z].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Old();

    [GeneratedRegex(@"^\s*\d+\s+\d+\s+(?:\d+|-)$", RegexOptions.CultureInvariant)]
    private static partial Regex Defect();

    [GeneratedRegex(@"^\.\.\. \((?<more>\d+) entries not shown\)", RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
