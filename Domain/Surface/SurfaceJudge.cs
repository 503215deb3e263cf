using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Burnin.Domain.Jobs;

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

    public static RunResult Of(
        SurfacePlan plan, IReadOnlyCollection<FinishedSegment> finished, IReadOnlyCollection<BadBlock> bad, SurfaceEnd end, string? log)
    {
        var done = finished.Where(segment => SurfaceProgress.IsOf(plan, segment) && segment.ExitCode == 0).DistinctBy(segment => segment.Index).ToList();
        var tested = TestedBytes(plan, done);
        var blocks = bad.Select(block => block.Block).Distinct().Order().ToList();
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        reasons.AddRange(Faults(plan, finished, bad));
        if (Trouble(plan, done, end, isFaulty: reasons.Count > 0) is { } trouble)
        {
            reasons.Add(trouble);
        }

        var state = reasons.Any(reason => reason.Severity is Severity.Fail) ? StageState.Failed
            : reasons.Any(reason => reason.Severity is Severity.Inconclusive) ? StageState.Inconclusive
            : StageState.Passed;
        if (plan.CoveredBytes + plan.UncoveredBytes - tested is > 0 and var untested)
        {
            reasons.Add(new Reason("untested_bytes", Severity.Note, Text($"{untested:N0} bytes of the drive were not tested."), Rule));
        }

        return new RunResult
        {
            State = state,
            Reasons = reasons.ToImmutable(),
            BadBlocks = [.. blocks.Take(MaxBlocks)],
            BadBlockCount = blocks.Count,
            BlockBytes = plan.BlockBytes,
            TestedBytes = tested,
            UntestedBytes = plan.CoveredBytes + plan.UncoveredBytes - tested,
            Log = log,
        };
    }

    private static IEnumerable<Reason> Faults(SurfacePlan plan, IReadOnlyCollection<FinishedSegment> finished, IReadOnlyCollection<BadBlock> bad)
    {
        var confirmed = bad.Where(block => block.IsConfirmed).Select(block => block.Block).Distinct().Order().ToList();
        if (confirmed.Count > 0)
        {
            yield return new Reason("bad_blocks", Severity.Fail, Text($"{confirmed.Count} blocks of {plan.BlockBytes} bytes failed, and failed again when read by themselves: {Named(confirmed)}."), Rule);
        }

        var transient = bad.Where(block => !block.IsConfirmed).Select(block => block.Block).Distinct().Except(confirmed).Order().ToList();
        if (transient.Count > 0)
        {
            yield return new Reason("transient_bad_blocks", Severity.Fail, Text($"{transient.Count} blocks of {plan.BlockBytes} bytes failed once and were fine when read again, near {Named(transient)}."), Rule);
        }

        var (read, write, mismatch) = (finished.Sum(segment => segment.ReadErrors), finished.Sum(segment => segment.WriteErrors), finished.Sum(segment => segment.Mismatches));
        if (read + write + mismatch > 0)
        {
            yield return new Reason("surface_errors", Severity.Fail, Text($"badblocks counted {read} read errors, {write} write errors and {mismatch} blocks that came back different."), Rule);
        }
        else if (bad.Count == 0 && finished.Sum(segment => segment.Listed) is > 0 and var listed)
        {
            yield return new Reason("surface_errors", Severity.Fail, Text($"badblocks listed {listed} bad blocks."), Rule);
        }
    }

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

    /// <summary>Bytes of the ranges that were gone through in every pattern.</summary>
    private static long TestedBytes(SurfacePlan plan, List<FinishedSegment> done)
    {
        var passes = plan.Segments.GroupBy(segment => (segment.FirstBlock, segment.LastBlock)).ToDictionary(range => range.Key, range => range.Count());
        return done.GroupBy(segment => (segment.Segment.FirstBlock, segment.Segment.LastBlock))
            .Where(range => range.Count() == passes[range.Key])
            .Sum(range => range.Key.LastBlock - range.Key.FirstBlock + 1) * plan.BlockBytes;
    }

    private static string Named(List<long> blocks) =>
        string.Join(", ", blocks.Take(NamedInText).Select(block => block.ToString(CultureInfo.InvariantCulture)))
        + (blocks.Count > NamedInText ? Text($" and {blocks.Count - NamedInText} more") : "");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
