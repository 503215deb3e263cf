using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;

namespace Burnin.Nas.Host;

/// <summary>
/// What is known of one surface run: segments that are finished stay finished, so each look asks only for those that
/// were not seen yet.
/// </summary>
internal sealed record SurfaceSight(RunOrder Order)
{
    /// <summary>Null before the host has chosen the engine: it says in which order what is done.</summary>
    public SurfacePlan? Plan { get; init; }

    public ImmutableArray<FinishedSegment> Finished { get; init; } = [];

    public ImmutableArray<BadBlock> Bad { get; init; } = [];

    /// <summary>What does the work; null before it is chosen.</summary>
    public string? Engine { get; init; }

    public string RunId => Order.RunId;

    /// <summary>Lines of the run's state that were read.</summary>
    public int Seen { get; init; }

    /// <summary>What the host says of the run now; null where it says nothing.</summary>
    public (SurfaceSight Sight, RunSnapshot Snapshot)? After(HostAnswer answer)
    {
        var start = answer.Lines.Select((line, place) => (line, place)).FirstOrDefault(at => at.line.Tag == "seen" && at.line.Word(0) == RunId);
        if (start.line is null)
        {
            return null;
        }

        var lines = answer.Lines.Skip(start.place + 1).TakeWhile(line => line.Tag is not ("seen" or "end")).ToList();
        var total = (int)(start.line.Number(3) ?? 0);
        if (total < Seen)
        {
            // Not the run that was looked at before: begin anew at the next look.
            return (new SurfaceSight(Order), new RunSnapshot.Unseen("The run began anew on the host."));
        }

        var engine = lines.FirstOrDefault(line => line.Tag == "engine");
        var sight = this with
        {
            Finished = [.. Finished, .. lines.Where(line => line.Tag == "seg").Select(SegmentLine.Read).OfType<FinishedSegment>()],
            Bad = [.. lines.Where(line => line.Tag == "bad").Select(SegmentLine.ReadBad).OfType<BadBlock>()],
            Engine = engine?.Word(0),
            Plan = Plan ?? (engine is not null && SurfaceWords.Engine(engine.Word(0)) is { } chosen ? Order.Surface!.PlanFor(Order.Target.SizeBytes, chosen) : null),
            Seen = total,
        };
        return (sight, sight.Snapshot(start.line.Word(1), lines, engine?.Word(1), answer.First("now")?.Number(0) ?? 0));
    }

    private RunSnapshot Snapshot(string state, List<HostLine> lines, string? engineWhy, long now) => state switch
    {
        "alive" or "orphan" => new RunSnapshot.Running(
            (Plan is null ? new RunProgress { Percent = 0 } : SurfaceProgress.Of(Plan, Finished, Current(Plan, lines), now)) with
            {
                Held = Held(lines),
                IsPaused = lines.Any(line => line.Tag == "held" && line.Word(0) == "operator"),
            }),
        "ended" when End(lines) is { } end => new RunSnapshot.Ended(SurfaceJudge.Of(new SurfaceRecord
        {
            Plan = Plan ?? Order.Surface!.PlanFor(Order.Target.SizeBytes, Order.Surface.Engine),
            Finished = Finished,
            Bad = Bad,
            End = end,
            Engine = Engine,
            EngineWhy = string.IsNullOrEmpty(engineWhy) ? null : engineWhy,
            BadBlockThreshold = Order.Surface!.BadBlockThreshold,
            Log = TextOf(lines, "log") is { Length: > 0 } log ? log : null,
        })),
        "other" => new RunSnapshot.Unseen("The run was begun by another version of Burnin and goes on. This one cannot read its notes and leaves it alone; cancelling ends it."),
        "none" => new RunSnapshot.Lost("The host knows nothing of this run."),
        "gone" => new RunSnapshot.Lost($"The runner is gone and left no result. {lines.LastOrDefault(line => line.Tag == "log")?.Rest}".TrimEnd()),
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

    private static string? Held(List<HostLine> lines)
    {
        var held = lines.FirstOrDefault(line => line.Tag == "held");
        return held?.Word(0) switch
        {
            null => null,
            "heat" => $"Stands still at {held.Word(1)} °C until the drive is at {held.Word(2)} °C.",
            _ => "Paused.",
        };
    }

    private static CurrentSegment? Current(SurfacePlan plan, List<HostLine> lines)
    {
        if (lines.FirstOrDefault(line => line.Tag == "cur") is not { } current
            || current.Number(0) is not { } index || index < 0 || index >= plan.Segments.Length)
        {
            return null;
        }

        var inHand = new CurrentSegment { Index = (int)index, StartSecond = current.Number(1) ?? 0, HeldSeconds = current.Number(2) ?? 0, DoneBlocks = 0 };
        if (lines.FirstOrDefault(line => line.Tag == "io") is { } io)
        {
            var (written, read) = (io.Number(0) ?? 0, io.Number(1) ?? 0);
            return inHand with { DoneBlocks = (double)(written + read) / plan.BlockBytes, IsReading = io.Word(2) == "reading" };
        }

        var progress = BadblocksProgress.Parse(TextOf(lines, "err"));
        return inHand with
        {
            DoneBlocks = progress.DoneBlocksOf(plan.Segments[(int)index]),
            IsReading = progress.IsVerifying || plan.Segments[(int)index].Kind is SegmentKind.Verify or SegmentKind.Read,
            Errors = progress.Errors,
        };
    }

    private static string TextOf(List<HostLine> lines, string tag) => string.Join('\n', lines.Where(line => line.Tag == tag).Select(line => line.Rest));
}
