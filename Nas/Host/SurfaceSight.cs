using System.Collections.Immutable;
using System.Globalization;
using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;

namespace Burnin.Nas.Host;

/// <summary>
/// What is known of one surface run: segments that are finished stay finished, so each look asks only for those that
/// were not seen yet.
/// </summary>
internal sealed record SurfaceSight(SurfacePlan Plan, ImmutableArray<FinishedSegment> Finished)
{
    /// <summary>Lines of the run's state that were read.</summary>
    public int Seen { get; init; }

    public static SurfaceSight Of(SurfacePlan plan) => new(plan, []);

    /// <summary>What the host says of the run now; null where it says nothing.</summary>
    public (SurfaceSight Sight, RunSnapshot Snapshot)? After(HostAnswer answer, string runId)
    {
        var start = answer.Lines.Select((line, place) => (line, place)).FirstOrDefault(at => at.line.Tag == "seen" && at.line.Word(0) == runId);
        if (start.line is null)
        {
            return null;
        }

        var lines = answer.Lines.Skip(start.place + 1).TakeWhile(line => line.Tag is not ("seen" or "end")).ToList();
        var total = (int)(start.line.Number(3) ?? 0);
        if (total < Seen)
        {
            // Not the run that was looked at before: begin anew at the next look.
            return (Of(Plan), new RunSnapshot.Unseen("The run began anew on the host."));
        }

        var sight = this with { Finished = [.. Finished, .. lines.Where(line => line.Tag == "seg").Select(Segment).OfType<FinishedSegment>()], Seen = total };
        return (sight, sight.Snapshot(start.line.Word(1), lines, answer.First("now")?.Number(0) ?? 0));
    }

    private RunSnapshot Snapshot(string state, List<HostLine> lines, long now) => state switch
    {
        "alive" or "orphan" => new RunSnapshot.Running(SurfaceProgress.Of(Plan, Finished, Current(lines), now)),
        "ended" when End(lines) is { } end => new RunSnapshot.Ended(SurfaceJudge.Of(Plan, Finished, Bad(lines), end, Log(lines))),
        "none" => new RunSnapshot.Lost("The host knows nothing of this run."),
        "gone" => new RunSnapshot.Lost($"The runner is gone and left no result. {LastOf(lines, "log")}".TrimEnd()),
        _ => new RunSnapshot.Unseen($"The host says '{state}' of this run, in words that are not known."),
    };

    private static SurfaceEnd? End(List<HostLine> lines)
    {
        var result = lines.FirstOrDefault(line => line.Tag == "result");
        return result?.Word(0) switch
        {
            "done" or "bad" => new SurfaceEnd.WentThrough(),
            "stopped" => new SurfaceEnd.Stopped(),
            "aborted" => new SurfaceEnd.Aborted(result.Word(1)),
            "refused" => new SurfaceEnd.Refused(result.Word(1), result.Word(2)),
            _ => null,
        };
    }

    private static CurrentSegment? Current(List<HostLine> lines) =>
        lines.FirstOrDefault(line => line.Tag == "cur") is { } current && current.Number(0) is { } index
            ? new CurrentSegment((int)index, current.Number(4) ?? 0, BadblocksProgress.Parse(TextOf(lines, "err")))
            : null;

    private static List<BadBlock> Bad(List<HostLine> lines) =>
    [
        .. from line in lines
           where line.Tag == "bad"
           let pattern = Pattern(line.Word(0))
           let block = line.Number(1)
           where pattern is not null && block is not null && line.Word(2) is "read_or_mismatch" or "transient"
           select new BadBlock(pattern.Value, block.Value, IsConfirmed: line.Word(2) == "read_or_mismatch"),
    ];

    private static FinishedSegment? Segment(HostLine line)
    {
        var numbers = Enumerable.Range(0, 11).Where(place => place != 1).Select(line.Number).ToList();
        return Pattern(line.Word(1)) is { } pattern && numbers.TrueForAll(number => number is not null)
            ? new FinishedSegment
            {
                Index = (int)numbers[0]!.Value,
                Segment = new SurfaceSegment(pattern, numbers[1]!.Value, numbers[2]!.Value),
                StartSecond = numbers[3]!.Value,
                EndSecond = numbers[4]!.Value,
                ExitCode = (int)numbers[5]!.Value,
                Listed = numbers[6]!.Value,
                ReadErrors = numbers[7]!.Value,
                WriteErrors = numbers[8]!.Value,
                Mismatches = numbers[9]!.Value,
            }
            : null;
    }

    private static int? Pattern(string word) =>
        word.StartsWith("0x", StringComparison.Ordinal)
        && int.TryParse(word.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var pattern) ? pattern : null;

    private static string? Log(List<HostLine> lines) => TextOf(lines, "log") is { Length: > 0 } log ? log : null;

    private static string LastOf(List<HostLine> lines, string tag) => lines.LastOrDefault(line => line.Tag == tag)?.Rest ?? "";

    private static string TextOf(List<HostLine> lines, string tag) => string.Join('\n', lines.Where(line => line.Tag == tag).Select(line => line.Rest));
}
