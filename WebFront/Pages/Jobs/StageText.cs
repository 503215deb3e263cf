using System.Globalization;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.WebFront.Pages.Parts;

namespace Burnin.WebFront.Pages.Jobs;

/// <summary>One stage in a line: how long, how far, what came of it.</summary>
internal static class StageText
{
    public static string Of(StageView stage, DateTimeOffset now) => string.Join(" · ", Parts(stage, now).Where(part => part.Length > 0));

    public static TimeSpan? Took(StageView stage, DateTimeOffset now) =>
        stage.StartedAt is { } started ? (stage.FinishedAt ?? now) - started : null;

    /// <summary>0 to 100 of the drive; null where the stage goes over no surface, or nothing is known yet.</summary>
    public static double? TestedPercent(StageView stage) =>
        stage is { TestedBytes: { } tested, UntestedBytes: { } untested } && tested + untested > 0 ? 100.0 * tested / (tested + untested) : null;

    private static IEnumerable<string> Parts(StageView stage, DateTimeOffset now)
    {
        if (stage.State == "running")
        {
            yield return $"{DriveText.Percent(stage.Percent)} %";
        }

        if (Took(stage, now) is { } took)
        {
            yield return $"{DriveText.Span(took)}{(stage.State == "running" ? " so far" : "")}";
        }

        if (stage.State is "failed" or "inconclusive" or "cancelled" && stage.Percent is > 0 and < 100)
        {
            yield return $"ended at {DriveText.Percent(stage.Percent)} %";
        }

        if (TestedPercent(stage) is { } percent)
        {
            yield return stage.UntestedBytes == 0 ? "all of the surface" : $"{DriveText.Percent(percent)} % of the surface";
        }

        if (stage.TestedBytes is not null || stage.BadBlockCount > 0)
        {
            yield return stage.BadBlockCount == 1 ? "1 bad block" : $"{(stage.BadBlockCount == 0 ? "no" : Units.Count(stage.BadBlockCount))} bad blocks";
        }

        if (stage.Attempts > 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"taken up anew {stage.Attempts - 1} {(stage.Attempts == 2 ? "time" : "times")}");
        }
    }
}
