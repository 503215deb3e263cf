using System.Globalization;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;

namespace Burnin.Nas.Host;

/// <summary>
/// Tells from the drive's log before the start and from what it says now what became of our self-test. Not running alone
/// proves nothing: only a new row of our kind does, whatever else was tested meanwhile.
/// </summary>
internal static class SelfTestJudge
{
    private const string Rule = "self_test";

    public static RunSnapshot Of(HostAnswer answer, SelfTestKind kind)
    {
        if (answer.First("seen")?.Word(1) == "none")
        {
            return new RunSnapshot.Lost("The host knows nothing of this self-test.");
        }

        if (answer.First("result") is not null)
        {
            return Inconclusive(answer, "stopped", "The self-test was stopped.");
        }

        if (answer.First("nosmart") is { } gone)
        {
            return new RunSnapshot.Unseen(gone.Word(0));
        }

        if (answer.First("launched") is null)
        {
            return new RunSnapshot.Lost("The self-test was never launched.");
        }

        var (before, now) = Readings(answer);
        var fresh = now.RowsSince(before);
        return !now.IsKnown ? new RunSnapshot.Unseen("The drive does not say how its self-test is.")
            : Newest(fresh, kind) is { } ours ? Judged(answer, ours)
            : IsRunning(before, now, kind) ? new RunSnapshot.Running(Progress(now))
            : fresh is null ? Inconclusive(answer, "self_test_unproven", "The drive's log cannot be compared with what it said before the self-test, so nothing proves a result.")
            : now.IsRunning ? new RunSnapshot.Lost("The drive runs another self-test, and its log has no row of ours.")
            : new RunSnapshot.Lost("No self-test runs on the drive, and its log has no new row of this kind.");
    }

    /// <summary>Null: the test of the directory is not there any more, and may be started again.</summary>
    public static LaunchAnswer? Launched(HostAnswer answer, SelfTestKind kind, string runId)
    {
        var (before, now) = Readings(answer);
        var fresh = now.RowsSince(before);
        var ours = Newest(fresh, kind);
        var isFound = answer.First("found") is not null;
        var isRunning = ours is null && IsRunning(before, now, kind);
        if (ours is null && now.IsRunning && !isRunning)
        {
            return new LaunchAnswer.Refused([new InUseFact("self_test_running", "The drive runs a self-test that is not ours.")]);
        }

        var isToBeJudged = ours is not null && !(isFound && ours.Result is not (SelfTestResult.Passed or SelfTestResult.Failed));
        var isUnproven = isFound && fresh is null && now.IsKnown;
        if (isRunning || isToBeJudged || isUnproven)
        {
            return new LaunchAnswer.Running(runId);
        }

        var said = answer.Text("text").Split('\n').LastOrDefault(line => line.Trim().Length > 0)?.Trim();
        return isFound ? null : new LaunchAnswer.Impossible($"smartctl started no self-test on this drive: {said ?? "it said nothing"}");
    }

    /// <summary>Whether the test that we launched still runs; null where the drive does not say.</summary>
    public static bool? Runs(HostAnswer answer, SelfTestKind kind)
    {
        if (answer.First("nosmart") is not null || answer.First("launched") is null)
        {
            return false;
        }

        var (before, now) = Readings(answer);
        return now.IsKnown ? Newest(now.RowsSince(before), kind) is null && IsRunning(before, now, kind) : null;
    }

    private static (SelfTestReading Before, SelfTestReading Now) Readings(HostAnswer answer) =>
        (SelfTestReading.Read(answer.Text("before")), SelfTestReading.Read(answer.Text("smart")));

    private static SelfTestRow? Newest(IEnumerable<SelfTestRow>? rows, SelfTestKind kind) => rows?.FirstOrDefault(row => row.TypeCode == (int)kind);

    /// <summary>What runs is ours if nothing ran before the start, and if the drive does not say that it is of another kind.</summary>
    private static bool IsRunning(SelfTestReading before, SelfTestReading now, SelfTestKind kind) =>
        now.IsRunning && !before.IsRunning && (now.RunningType ?? (int)kind) == (int)kind;

    private static RunSnapshot Judged(HostAnswer answer, SelfTestRow ours) => ours.Result switch
    {
        SelfTestResult.Passed => Ended(answer, StageState.Passed, null),
        SelfTestResult.Failed => Ended(answer, StageState.Failed, Failure(ours)),
        _ => new RunSnapshot.Lost($"The self-test ended without a verdict: {Words(ours) ?? "the drive does not say why"}."),
    };

    private static RunProgress Progress(SelfTestReading now) => new()
    {
        Percent = now.RemainingPercent is { } remaining ? Math.Clamp(100 - remaining, 0, 100) : 0,
        Phase = now.RemainingPercent is { } left ? string.Create(CultureInfo.InvariantCulture, $"{left} % remaining") : null,
    };

    private static string? Words(SelfTestRow row) => row.StatusText.Length > 0 ? row.StatusText : null;

    private static Reason Failure(SelfTestRow ours) => new(
        "self_test_failed",
        Severity.Fail,
        $"The drive's self-test failed: {Words(ours) ?? "no words for it"}{(ours.Lba is { } block ? string.Create(CultureInfo.InvariantCulture, $", first at LBA {block}") : "")}.",
        Rule);

    private static RunSnapshot.Ended Inconclusive(HostAnswer answer, string code, string text) =>
        Ended(answer, StageState.Inconclusive, new Reason(code, Severity.Inconclusive, text, Rule));

    private static RunSnapshot.Ended Ended(HostAnswer answer, StageState state, Reason? reason) => new(new RunResult
    {
        State = state,
        Reasons = reason is null ? [] : [reason],
        Log = answer.Text("log"),
        Evidence =
        [
            .. from file in (IEnumerable<(string Name, string Tag)>)[("smartctl_before.json", "before"), ("smartctl_after.json", "smart")]
               let text = answer.Text(file.Tag)
               where text.Length > 0
               select new StageEvidence(file.Name, text),
        ],
    });
}
