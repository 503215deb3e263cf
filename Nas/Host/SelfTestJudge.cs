using System.Globalization;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;

namespace Burnin.Nas.Host;

/// <summary>
/// Tells from the drive's log before the start and from its state now what became of a self-test. Not running alone
/// proves nothing: only a new row of the log does.
/// </summary>
internal static class SelfTestJudge
{
    private const string Rule = "self_test";

    public static RunSnapshot Of(HostAnswer answer)
    {
        if (answer.First("seen")?.Word(1) == "none")
        {
            return new RunSnapshot.Lost("The host knows nothing of this self-test.");
        }

        if (answer.First("result") is not null)
        {
            return new RunSnapshot.Ended(Result(StageState.Inconclusive, new Reason("stopped", Severity.Inconclusive, "The self-test was stopped.", Rule), null));
        }

        if (answer.First("nosmart") is { } gone)
        {
            return new RunSnapshot.Unseen(gone.Word(0));
        }

        var text = answer.Text("smart");
        var (before, now) = (SelfTestReading.Read(answer.Text("before")), SelfTestReading.Read(text));
        return !now.IsKnown ? new RunSnapshot.Unseen("The drive does not say how its self-test is.")
            : now.IsRunning ? new RunSnapshot.Running(Progress(now))
            : now.Newest is not { } end || now.Log == before.Log ? new RunSnapshot.Lost("No self-test runs on the drive, and its log has no new row.")
            : end switch
            {
                SelfTestEnd.Passed => new RunSnapshot.Ended(Result(StageState.Passed, null, text)),
                SelfTestEnd.Failed => new RunSnapshot.Ended(Result(StageState.Failed, Failure(now), text)),
                SelfTestEnd.Interrupted => new RunSnapshot.Lost($"The self-test ended without a verdict: {now.Words ?? "the drive does not say why"}."),
            };
    }

    /// <summary>Null: the test of the directory is not there any more, and may be started again.</summary>
    public static LaunchAnswer? Launched(HostAnswer answer, string runId)
    {
        var (before, now) = (SelfTestReading.Read(answer.Text("before")), SelfTestReading.Read(answer.Text("smart")));
        var isNew = now.Newest is not null && now.Log != before.Log;
        var isFound = answer.First("found") is not null;
        if (now.IsRunning && before.IsRunning && !isNew)
        {
            return new LaunchAnswer.Refused([new InUseFact("self_test", "Another self-test runs on the drive already.")]);
        }

        if (now.IsRunning || (isNew && !(isFound && now.Newest is SelfTestEnd.Interrupted)))
        {
            return new LaunchAnswer.Running(runId);
        }

        var said = answer.Text("text").Split('\n').LastOrDefault(line => line.Trim().Length > 0)?.Trim();
        return isFound ? null : new LaunchAnswer.Impossible($"smartctl started no self-test on this drive: {said ?? "it said nothing"}");
    }

    private static RunProgress Progress(SelfTestReading now) => new()
    {
        Percent = now.RemainingPercent is { } remaining ? Math.Clamp(100 - remaining, 0, 100) : 0,
        Phase = now.RemainingPercent is { } left ? string.Create(CultureInfo.InvariantCulture, $"{left} % remaining") : null,
    };

    private static Reason Failure(SelfTestReading now) => new(
        "self_test_failed",
        Severity.Fail,
        $"The drive's self-test failed: {now.Words ?? "no words for it"}{(now.FailedAtBlock is { } block ? string.Create(CultureInfo.InvariantCulture, $", first at LBA {block}") : "")}.",
        Rule);

    private static RunResult Result(StageState state, Reason? reason, string? log) => new()
    {
        State = state,
        Reasons = reason is null ? [] : [reason],
        Log = log,
    };
}
