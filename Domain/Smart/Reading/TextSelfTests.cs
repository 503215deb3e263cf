using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>Self-tests in the three texts that ATA, SCSI and NVMe have for them.</summary>
internal static partial class TextSelfTests
{
    private const string NoTests = "No self-tests have been logged";

    private const string Polling = "recommended polling time:";

    private const string ExtendedAtaLog = "SMART Extended Self-test Log Version";

    private const string OldAtaLog = "SMART Self-test log structure";

    public static SelfTests Read(TextLines lines, SmartProtocol? protocol) => protocol switch
    {
        SmartProtocol.Ata => OfAta(lines),
        SmartProtocol.Scsi => OfScsi(lines),
        SmartProtocol.Nvme => OfNvme(lines),
        null => new SelfTests(),
    };

    private static SelfTests OfAta(TextLines lines)
    {
        var old = AtaLog(lines, OldAtaLog);
        var state = lines.Find("Self-test execution status:");
        var status = state >= 0 && AtaState().Match(lines[state]) is { Success: true } match ? Numbers.First(match.Groups["status"].ValueSpan) : null;
        var isRunning = status is null ? (bool?)null : SelfTestCodes.OfAta(status) is SelfTestResult.Running;
        return new SelfTests
        {
            IsSupported = lines.Has("Self-test supported.") ? true : lines.Has("No Self-test supported.") ? false : null,
            IsRunning = isRunning,
            RemainingPercent = isRunning == true ? (int?)(status & 15) * 10 : null,
            ShortMinutes = Minutes(lines, "Short self-test routine"),
            ExtendedMinutes = Minutes(lines, "Extended self-test routine"),
            ConveyanceMinutes = Minutes(lines, "Conveyance self-test routine"),
            OldLog = old,
        }.With(AtaLog(lines, ExtendedAtaLog) ?? old);
    }

    private static ImmutableArray<SelfTestRow>? AtaLog(TextLines lines, string head)
    {
        var start = lines.Find(head);
        if (start < 0)
        {
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<SelfTestRow>();
        for (var i = start + 1; i < lines.Count && !lines[i].StartsWith("SMART ", StringComparison.Ordinal); i++)
        {
            if (AtaRow(lines[i]) is { } row)
            {
                rows.Add(row);
            }
        }

        // A log without a row says so in words; without them it was cut here.
        return rows.Count > 0 || lines.Find(NoTests, start) >= 0 ? rows.ToImmutable() : null;
    }

    private static SelfTestRow? AtaRow(string line)
    {
        if (!line.StartsWith('#') || AtaRowPattern().Match(line) is not { Success: true } match)
        {
            return null;
        }

        var remaining = Numbers.FirstInt(match.Groups["remaining"].ValueSpan) ?? 0;
        var (type, words) = (match.Groups["type"].Value, match.Groups["status"].Value);
        var status = SelfTestWords.AtaStatus(words, remaining);
        return new SelfTestRow(type, SelfTestCodes.OfAta(status), words)
        {
            TypeCode = SelfTestWords.AtaType(type),
            StatusCode = status,
            RemainingPercent = remaining,
            Hours = Numbers.First(match.Groups["hours"].ValueSpan),
            Lba = Numbers.First(match.Groups["lba"].ValueSpan),
        };
    }

    private static int? Minutes(TextLines lines, string routine)
    {
        var at = lines.Find(routine);
        return at >= 0 && at + 1 < lines.Count && lines[at + 1].TrimStart().StartsWith(Polling, StringComparison.Ordinal)
            && PollingTime().Match(lines[at + 1]) is { Success: true } match ? Numbers.FirstInt(match.Groups["minutes"].ValueSpan) : null;
    }

    private static SelfTests OfScsi(TextLines lines)
    {
        ImmutableArray<SelfTestRow> rows = [.. lines.All.Select(ScsiRow).OfType<SelfTestRow>()];
        var running = rows.FirstOrDefault(row => row.Result is SelfTestResult.Running);
        var left = lines.First("Self-test execution status:", ScsiState());
        var hasLog = !rows.IsEmpty || lines.Has("No Self-tests have been logged") || lines.Has(NoTests);
        var isRunning = running is not null || left is not null;
        return new SelfTests
        {
            IsSupported = hasLog || left is not null ? true : lines.Has("Device does not support Self Test logging") ? false : null,
            IsRunning = hasLog || left is not null ? isRunning : null,
            RemainingPercent = isRunning && left is not null ? Numbers.FirstInt(left.Groups["left"].ValueSpan) : null,
            RunningType = running?.Type,
            RunningCode = running?.TypeCode,
            ExtendedMinutes = lines.First("Long (extended)", Duration()) is { } duration
                ? Numbers.FirstInt(duration.Groups["seconds"].ValueSpan) / 60 : null,
        }.With(hasLog ? rows : null);
    }

    private static SelfTestRow? ScsiRow(string line)
    {
        if (!line.StartsWith('#') || ScsiRowPattern().Match(line) is not { Success: true } match)
        {
            return null;
        }

        var (type, words) = (match.Groups["type"].Value, match.Groups["status"].Value);
        var isNow = match.Groups["hours"].Value == "NOW";
        var result = SelfTestWords.ScsiResult(words);
        return new SelfTestRow(type, isNow ? SelfTestResult.Running : SelfTestCodes.OfScsi(result), words)
        {
            TypeCode = SelfTestWords.ScsiType(type),
            StatusCode = result,
            Hours = isNow ? null : Numbers.First(match.Groups["hours"].ValueSpan),
            Lba = Numbers.First(match.Groups["lba"].ValueSpan),
            Segment = Numbers.FirstInt(match.Groups["segment"].ValueSpan),
        };
    }

    private static SelfTests OfNvme(TextLines lines)
    {
        var offered = lines.Find("Optional Admin Commands");
        bool? isOffered = offered >= 0 ? lines[offered].Contains(" Self_Test", StringComparison.Ordinal) : lines.Has("Self-tests not supported") ? false : null;
        var log = lines.Find("Self-test Log (NVMe");
        var state = lines.Find("Self-test status:");
        if (log < 0 || state < 0)
        {
            return new SelfTests { IsSupported = isOffered };
        }

        var running = NvmeState().Match(lines[state]);
        return new SelfTests
        {
            IsSupported = isOffered ?? true,
            IsRunning = running.Success,
            RemainingPercent = running.Success ? Math.Clamp(100 - Numbers.FirstInt(running.Groups["done"].ValueSpan) ?? 100, 0, 100) : null,
            RunningType = running.Success ? running.Groups["what"].Value : null,
            RunningCode = running.Success ? SelfTestWords.NvmeOperation(running.Groups["what"].Value) : null,
        }.With(NvmeLog(lines, state));
    }

    private static ImmutableArray<SelfTestRow>? NvmeLog(TextLines lines, int state)
    {
        var rows = ImmutableArray.CreateBuilder<SelfTestRow>();
        var hasSegment = false;
        for (var i = state + 1; i < lines.Count && lines[i].Length > 0; i++)
        {
            if (lines[i].StartsWith("Num ", StringComparison.Ordinal))
            {
                hasSegment = lines[i].Contains(" Seg ", StringComparison.Ordinal);
            }
            else if (NvmeRow(lines[i], hasSegment) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows.Count > 0 || lines.Find("No Self-tests Logged", state) >= 0 ? rows.ToImmutable() : null;
    }

    /// <summary>From behind: hours, block, namespace, with new releases the segment, then two codes.</summary>
    private static SelfTestRow? NvmeRow(string line, bool hasSegment)
    {
        if (NvmeRowPattern().Match(line) is not { Success: true } match)
        {
            return null;
        }

        var words = match.Groups["rest"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var tail = hasSegment ? 6 : 5;
        if (words.Length <= tail)
        {
            return null;
        }

        var (type, status) = (match.Groups["type"].Value, string.Join(' ', words[..^tail]));
        var result = SelfTestWords.NvmeResult(status);
        return new SelfTestRow(type, SelfTestCodes.OfNvme(result), status)
        {
            TypeCode = SelfTestWords.NvmeType(type),
            StatusCode = result,
            Hours = Numbers.First(words[^tail]),
            Lba = Numbers.First(words[^(tail - 1)]),
            Segment = hasSegment ? Numbers.FirstInt(words[^3]) : null,
        };
    }

    [GeneratedRegex(@"^Self-test execution status:\s+\(\s*(?<status>\d{1,3})\)", RegexOptions.CultureInvariant)]
    private static partial Regex AtaState();

    [GeneratedRegex(@"^#\s*\d+\s+(?<type>\S.*?)\s{2,}(?<status>\S.*?)\s+(?<remaining>\d{2,3})%\s+(?<hours>\d+)\s+(?<lba>-|\d+|0x[0-9a-fA-F]+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AtaRowPattern();

    [GeneratedRegex(@"\(\s*(?<minutes>\d+)\) minutes", RegexOptions.CultureInvariant)]
    private static partial Regex PollingTime();

    [GeneratedRegex(@"^Self-test execution status:\s+(?<left>\d{1,3})% of test remaining", RegexOptions.CultureInvariant)]
    private static partial Regex ScsiState();

    [GeneratedRegex(@"^Long \(extended\) Self[- ][Tt]est duration: (?<seconds>\d+) seconds", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(
        @"^#\s*\d+\s+(?<type>Default|Background short|Background long|Abort background|Foreground short|Foreground long|Reserved\(\d\))\s+(?<status>\S.*?)\s+(?<segment>-|\d+)\s+(?<hours>NOW|\d+)\s+(?<lba>-|\d+|0x[0-9a-fA-F]+)\s+\[",
        RegexOptions.CultureInvariant)]
    private static partial Regex ScsiRowPattern();

    [GeneratedRegex(@"^Self-test status: (?!No )(?<what>\S.*?) \((?<done>\d{1,3})% completed\)", RegexOptions.CultureInvariant)]
    private static partial Regex NvmeState();

    [GeneratedRegex(@"^\s*\d{1,2}\s+(?<type>Short|Extended|Vendor specific|Unknown \(0x\w+\))\s+(?<rest>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NvmeRowPattern();
}
