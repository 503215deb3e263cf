using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>The plain text of smartctl, from 5.38 to now, of which no part is sure to be there.</summary>
internal static partial class TextReport
{
    private const string AttributeCheck = "Warning: This result is based on an Attribute check.";

    /// <summary>Every report begins with it; what stands together in one text is taken apart by it.</summary>
    private const string Header = "smartctl ";

    public static SmartReport Read(string text, int? exitStatus)
    {
        var lines = TextLines.Of(text.Replace('\0', ' '));
        if (TextScan.Read(lines) is { } scan)
        {
            return scan with { ExitStatus = exitStatus };
        }

        var (first, isOne) = FirstReport(lines);
        var facts = Facts(first);
        var report = (facts with { ExitStatus = exitStatus, IsFirstOfSeveral = !isOne, Uncertain = [.. Doubts(facts, isOne)] })
            .Completed(first.All.Any(SaysAsleep), facts.Command is not null);
        return report.Kind is SmartReportKind.Report or SmartReportKind.Command ? report : report with { Messages = [.. TextMessages.Of(first, report.Kind)] };
    }

    /// <summary>What the text says; nothing of it decoded, and no kind told.</summary>
    public static SmartReport Facts(TextLines lines)
    {
        var attributes = TextAttributes.Read(lines);
        var protocol = TextIdentity.Protocol(lines) ?? (attributes.IsEmpty ? null : SmartProtocol.Ata);
        var (passed, health) = TextHealth.Read(lines);
        var support = TextHealth.Support(lines);
        return new SmartReport
        {
            Kind = SmartReportKind.Error,
            Format = SmartFormat.Text,
            SmartctlVersion = lines.All.Select(Version).FirstOrDefault(version => version is not null),
            Protocol = protocol,
            Identity = TextIdentity.Read(lines),
            IsSmartAvailable = support.IsAvailable,
            IsSmartEnabled = support.IsEnabled,
            HealthPassed = passed,
            HealthText = health,
            IsHealthFromAttributes = lines.Has(AttributeCheck),
            Temperature = TextHealth.Temperature(lines, protocol),
            PowerOnHours = TextHealth.PowerOnHours(lines, protocol),
            PowerCycles = protocol is SmartProtocol.Nvme ? Numbers.Marked(lines.Value("Power Cycles")) : null,
            Attributes = attributes,
            SelfTests = TextSelfTests.Read(lines, protocol),
            AtaErrorCount = TextAta.ErrorCount(lines),
            AtaErrors = TextAta.Errors(lines),
            DeviceStatistics = TextAta.Statistics(lines),
            PhyCounters = [.. TextPhy.Sata(lines), .. TextPhy.Sas(lines)],
            PendingDefectCount = TextAta.PendingDefects(lines) ?? Numbers.First(lines.Value("Pending defect count")),
            ErrorRecoveryControl = TextAta.Recovery(lines),
            LinkSpeed = TextPhy.Speed(lines),
            Farm = TextFarm.Read(lines),
            Scsi = protocol is SmartProtocol.Scsi ? TextScsi.Read(lines) : null,
            Nvme = TextNvme.Read(lines),
            Command = TextCommand.Read(lines),
        };
    }

    /// <summary>Whether the line says that the drive was left asleep.</summary>
    public static bool SaysAsleep(string line) => line.StartsWith("Device is in ", StringComparison.Ordinal) && Asleep().IsMatch(line);

    private static IEnumerable<string> Doubts(SmartReport report, bool isOne)
    {
        if (report.IsHealthFromAttributes)
        {
            yield return "health_passed (attribute check)";
        }

        if (!isOne)
        {
            yield return "more than one report in the text (the first was read)";
        }
    }

    /// <summary>The first that is one: an attempt that came to nothing may stand before it.</summary>
    private static (TextLines Lines, bool IsOne) FirstReport(TextLines lines)
    {
        var starts = Enumerable.Range(0, lines.Count).Where(place => Version(lines[place]) is not null).ToList();
        if (starts.Count < 2)
        {
            return (lines, true);
        }

        var parts = starts.Select((start, place) =>
            new TextLines([.. lines.All.Skip(start).Take((place + 1 < starts.Count ? starts[place + 1] : lines.Count) - start)])).ToList();
        var reports = parts.Where(part => TextHealth.Read(part).Text is not null || !TextAttributes.Read(part).IsEmpty).ToList();
        return (reports.Count > 0 ? reports[0] : parts[0], reports.Count < 2);
    }

    private static string? Version(string line) =>
        line.StartsWith(Header, StringComparison.Ordinal) && VersionLine().Match(line) is { Success: true } match ? match.Groups["version"].Value : null;

    [GeneratedRegex(@"^smartctl (?:version )?(?:pre-)?(?<version>\d{1,2}\.\d{1,3}(?:\.\d{1,3})?)(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"^Device is in (?:STANDBY|SLEEP|IDLE)\S*(?: \(OS\))? mode\b", RegexOptions.CultureInvariant)]
    private static partial Regex Asleep();
}
