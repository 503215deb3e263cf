using System.Globalization;

namespace Burnin.Domain.Jobs;

/// <summary>The end of a run that the job gives up.</summary>
internal static class StuckRun
{
    private const string Rule = "job";

    /// <summary>Of a run that left no result: errors that were seen while it was watched condemn the drive all the same.</summary>
    public static RunResult Result(BurnInJob job, string code, string why)
    {
        var errors = job.Progress?.Errors ?? 0;
        Reason given = new(code, Severity.Inconclusive, why, Rule);
        return new RunResult
        {
            State = errors > 0 ? StageState.Failed : StageState.Inconclusive,
            Reasons = errors > 0
                ? [new Reason("errors_seen", Severity.Fail, string.Create(CultureInfo.InvariantCulture, $"{errors} errors were counted before the run was given up."), Rule), given]
                : [given],
        };
    }

    /// <summary>Of a run that was ended and has told what it had found.</summary>
    public static RunResult With(RunResult found, string why) => found with
    {
        State = found.State == StageState.Failed ? StageState.Failed : StageState.Inconclusive,
        Reasons = [.. found.Reasons.Where(reason => reason.Severity == Severity.Fail), new Reason("stuck", Severity.Inconclusive, why, Rule), .. found.Reasons.Where(reason => reason.Severity != Severity.Fail && reason.Code != "stopped")],
    };

    /// <summary>Why a run is given up, with the time and how far it was.</summary>
    public static string Words(RunProgress progress, RunStillness stillness)
    {
        var minutes = Math.Floor(stillness.Lasts.TotalMinutes);
        var time = minutes < 120 ? $"{minutes:0} minutes" : string.Create(CultureInfo.InvariantCulture, $"{stillness.Lasts.TotalHours:0.#} hours");
        var phase = progress.Phase is { } words ? $" ({words})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"The run showed no change for {time}, at {progress.Percent:0.##} %{phase}, until {stillness.SeenAt:yyyy-MM-dd HH:mm} UTC; it was given up.");
    }
}
