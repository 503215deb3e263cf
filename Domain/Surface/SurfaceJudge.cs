using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Burnin.Domain.Jobs;
using Burnin.Domain.Speed;

namespace Burnin.Domain.Surface;

/// <summary>
/// Judges a surface run by what the tool counted, never by its exit code, which is zero even where every block is bad.
/// Passed means: every segment of the plan was gone through, and nothing was counted or listed.
/// </summary>
public static class SurfaceJudge
{
    private const string Rule = "surface";
    private const int MaxBlocks = 1000;
    private const int NamedInText = 10;

    public static RunResult Of(SurfaceRecord run)
    {
        var plan = run.Plan;
        var done = run.Finished.Where(segment => SurfaceProgress.IsOf(plan, segment) && segment.IsWhole).DistinctBy(segment => segment.Index).ToList();
        var tested = TestedBytes(plan, done);
        var untested = plan.CoveredBytes + plan.UncoveredBytes - tested;
        var blocks = run.Bad.Select(block => block.Block).Distinct().Order().ToList();
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        reasons.AddRange(Faults(run, blocks.Count));
        if (Trouble(plan, done, run.End, isFaulty: reasons.Any(reason => reason.Severity is Severity.Fail)) is { } trouble)
        {
            reasons.Add(trouble);
        }

        if (untested > 0)
        {
            reasons.Add(new Reason("untested_bytes", Severity.Note, Text($"{untested:N0} bytes of the drive were not tested."), Rule));
        }

        if (plan.Segments.Any(segment => segment.Kind == SegmentKind.Read))
        {
            reasons.Add(new Reason("read_only", Severity.Note, "The surface was only read: blocks that cannot be written, or come back different, were not looked for.", Rule));
        }

        if (run.EngineWhy is { } why)
        {
            reasons.Add(new Reason("engine", Severity.Note, Text($"{run.Engine} did the test, which does not see writes that went to a wrong place or nowhere: {why}"), Rule));
        }

        return new RunResult
        {
            State = reasons.Any(reason => reason.Severity is Severity.Fail) ? StageState.Failed
                : reasons.Any(reason => reason.Severity is Severity.Inconclusive) ? StageState.Inconclusive
                : StageState.Passed,
            Reasons = reasons.ToImmutable(),
            BadBlocks = [.. blocks.Take(MaxBlocks)],
            BadBlockCount = blocks.Count,
            BlockBytes = plan.BlockBytes,
            TestedBytes = tested,
            UntestedBytes = untested,
            Mismatches = run.Finished.Sum(segment => segment.Mismatches),
            HottestCelsius = run.Finished.Max(segment => segment.HottestCelsius),
            Speed = SpeedCurve.Of(plan.CoveredBytes + plan.UncoveredBytes, plan.BlockBytes, run.Engine, run.Finished.Where(segment => SurfaceProgress.IsOf(plan, segment))),
            Log = run.Log,
        };
    }

    private static IEnumerable<Reason> Faults(SurfaceRecord run, int badBlocks)
    {
        // As many bad blocks as are allowed are told all the same. What was counted and cannot be named is never allowed.
        var severity = badBlocks > run.BadBlockThreshold ? Severity.Fail : Severity.Note;
        var confirmed = run.Bad.Where(block => block.IsConfirmed).Select(block => block.Block).Distinct().Order().ToList();
        foreach (var fault in run.Bad.Where(block => block.IsConfirmed).GroupBy(block => block.Fault).OrderBy(fault => fault.Key))
        {
            var blocks = fault.Select(block => block.Block).Distinct().Order().ToList();
            yield return new Reason("bad_blocks", severity, Text($"{blocks.Count} blocks of {run.Plan.BlockBytes} bytes {Words(fault.Key)}, and again when tried by themselves: {Named(blocks)}."), Rule);
        }

        var transient = run.Bad.Where(block => !block.IsConfirmed).Select(block => block.Block).Distinct().Except(confirmed).Order().ToList();
        if (transient.Count > 0)
        {
            yield return new Reason("transient_bad_blocks", severity, Text($"{transient.Count} places failed once and were fine when tried again, at or after block {Named(transient)}."), Rule);
        }

        var (read, write, mismatch) = (run.Finished.Sum(segment => segment.ReadErrors), run.Finished.Sum(segment => segment.WriteErrors), run.Finished.Sum(segment => segment.Mismatches));
        if (read + write + mismatch > 0)
        {
            // badblocks counts a block that cannot be written once more where it comes back different.
            var counted = read + write + mismatch <= run.Bad.Count * (run.Engine == "badblocks" ? 2 : 1) ? severity : Severity.Fail;
            yield return new Reason("surface_errors", counted, Text($"{run.Engine ?? "The tool"} counted {read} read errors, {write} write errors and {mismatch} blocks that came back different."), Rule);
        }
        else if (run.Bad.Count == 0 && run.Finished.Sum(segment => segment.Listed) is > 0 and var listed)
        {
            yield return new Reason("surface_errors", Severity.Fail, Text($"{run.Engine ?? "The tool"} listed {listed} bad blocks."), Rule);
        }
    }

    private static string Words(BlockFault fault) => fault switch
    {
        BlockFault.Unreadable => "could not be read",
        BlockFault.Unwritable => "could not be written",
        BlockFault.Different => "came back different",
        BlockFault.UnreadableOrDifferent => "could not be read or came back different",
    };

    /// <summary>Why nothing can be said of the drive; null where the plan was gone through, or ended early by faults.</summary>
    private static Reason? Trouble(SurfacePlan plan, List<FinishedSegment> done, SurfaceEnd end, bool isFaulty)
    {
        switch (end)
        {
            case SurfaceEnd.Stopped:
                return new Reason("stopped", Severity.Inconclusive, Text($"The run was stopped after {done.Count} of {plan.Segments.Length} segments."), Rule);
            case SurfaceEnd.Aborted aborted:
                return new Reason("aborted", Severity.Inconclusive, aborted.Why, Rule);
            case SurfaceEnd.Refused refused:
                return new Reason(refused.Code, Severity.Inconclusive, refused.Detail, Rule);
            case SurfaceEnd.WentThrough when done.Count < plan.Segments.Length || plan.Segments.IsEmpty:
                var text = Text($"Only {done.Count} of {plan.Segments.Length} segments were gone through.");
                return new Reason("incomplete", isFaulty ? Severity.Note : Severity.Inconclusive, text, Rule);
            case SurfaceEnd.WentThrough:
                return null;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Bytes of the ranges that were gone through in every segment that names them.</summary>
    private static long TestedBytes(SurfacePlan plan, List<FinishedSegment> done)
    {
        var wanted = plan.Segments.GroupBy(segment => (segment.FirstBlock, segment.LastBlock)).ToDictionary(range => range.Key, range => range.Count());
        return done.GroupBy(segment => (segment.Segment.FirstBlock, segment.Segment.LastBlock))
            .Where(range => range.Count() == wanted[range.Key])
            .Sum(range => range.Key.LastBlock - range.Key.FirstBlock + 1) * plan.BlockBytes;
    }

    private static string Named(List<long> blocks) =>
        string.Join(", ", blocks.Take(NamedInText).Select(block => block.ToString(CultureInfo.InvariantCulture)))
        + (blocks.Count > NamedInText ? Text($" and {blocks.Count - NamedInText} more") : "");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
