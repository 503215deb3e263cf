using System.Globalization;
using System.Text.RegularExpressions;

namespace Burnin.Domain.Surface;

/// <summary>
/// What badblocks says on its error stream while it tests one segment. Made for text that was cut anywhere: it holds
/// what the last whole progress line said.
/// </summary>
public sealed partial record BadblocksProgress
{
    /// <summary>
    /// Of the last block's number, not of the segment: badblocks starts a range 12288..16383 at 75 %.
    /// </summary>
    public double Percent { get; init; }

    /// <summary>True in the half that reads back.</summary>
    public bool IsVerifying { get; init; }

    /// <summary>True after the word <c>done</c> of the present half.</summary>
    public bool IsHalfDone { get; init; }

    /// <summary>True after <c>Pass completed</c>.</summary>
    public bool IsCompleted { get; init; }

    public long ReadErrors { get; init; }

    public long WriteErrors { get; init; }

    public long Mismatches { get; init; }

    public long Errors => ReadErrors + WriteErrors + Mismatches;

    /// <summary>Never throws, whatever the text; what it does not say is zero.</summary>
    public static BadblocksProgress Parse(string text)
    {
        var progress = new BadblocksProgress();
        foreach (var piece in text.Split('\b', '\n', '\r'))
        {
            progress = progress.After(piece);
        }

        return progress;
    }

    /// <summary>Blocks of the segment that were written plus those that were read.</summary>
    public double DoneBlocksOf(SurfaceSegment segment)
    {
        if (IsCompleted)
        {
            return segment.Work;
        }

        var inHalf = IsHalfDone ? segment.Blocks : Math.Clamp((Percent / 100 * (segment.LastBlock + 1)) - segment.FirstBlock, 0, segment.Blocks);
        return IsVerifying && segment.Kind == SegmentKind.WriteVerify ? segment.Blocks + inHalf : inHalf;
    }

    private BadblocksProgress After(string piece)
    {
        var next = this;
        if (piece.Contains("Testing with pattern", StringComparison.Ordinal))
        {
            next = next with { IsVerifying = false, IsHalfDone = false, Percent = 0 };
        }
        else if (piece.Contains("Reading and comparing", StringComparison.Ordinal))
        {
            next = next with { IsVerifying = true, IsHalfDone = false, Percent = 0 };
        }

        if (Step().Match(piece) is { Success: true } step
            && double.TryParse(step.Groups["percent"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= 100)
        {
            next = (next with { Percent = percent, IsHalfDone = false }).WithCounts(step);
        }
        else if (Completion().Match(piece) is { Success: true } completion)
        {
            next = (next with { IsCompleted = true }).WithCounts(completion);
        }
        else if (piece.StartsWith("done", StringComparison.Ordinal))
        {
            next = next with { IsHalfDone = true };
        }

        return next;
    }

    private BadblocksProgress WithCounts(Match match) =>
        long.TryParse(match.Groups["read"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
        && long.TryParse(match.Groups["write"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var write)
        && long.TryParse(match.Groups["mismatch"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var mismatch)
            ? this with { ReadErrors = read, WriteErrors = write, Mismatches = mismatch }
            : this;

    [GeneratedRegex(@"(?<percent>[0-9]{1,3}\.[0-9]{2})% done, [0-9:]+ elapsed\. \((?<read>[0-9]+)/(?<write>[0-9]+)/(?<mismatch>[0-9]+) errors\)", RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    [GeneratedRegex(@"Pass completed, [0-9]+ bad blocks found\. \((?<read>[0-9]+)/(?<write>[0-9]+)/(?<mismatch>[0-9]+) errors\)", RegexOptions.CultureInvariant)]
    private static partial Regex Completion();
}
