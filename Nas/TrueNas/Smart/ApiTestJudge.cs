using System.Globalization;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Nas.Host;

namespace Burnin.Nas.TrueNas.Smart;

/// <summary>
/// Tells from the log at the start and from what the API says now what became of our self-test, pure. Only a new row of our
/// kind ends it: the NAS's own job for it ends too early for some drives, and for others never.
/// </summary>
internal static class ApiTestJudge
{
    private const string Rule = "self_test";

    /// <param name="start">What there was.</param>
    /// <param name="now">What there is.</param>
    /// <param name="kind">Of our test.</param>
    /// <param name="isSameBoot">Whether the NAS has not booted since.</param>
    public static RunSnapshot Of(ApiTestHandle start, ApiTestReading now, SelfTestKind kind, bool isSameBoot)
    {
        var fresh = now.EndedSince(start.Marks);
        return fresh?.FirstOrDefault(row => row.Kind == kind) is { } ours ? Judged(ours, now)
            : Runs(now, kind) ? new RunSnapshot.Running(Progress(now))
            : fresh is null ? Inconclusive(now)
            : now.IsRunning ? new RunSnapshot.Lost("The drive runs another self-test, and its log has no row of ours.")
            : now.CanHideRunning && isSameBoot ? new RunSnapshot.Running(new RunProgress { Percent = 0, Phase = "this release does not show how far it is" })
            : new RunSnapshot.Lost("No self-test runs on the drive, and its log has no new row of this kind.");
    }

    /// <summary>ATA and NVMe do not tell what kind runs, unless the log does.</summary>
    private static bool Runs(ApiTestReading now, SelfTestKind kind) => now.IsRunning && (now.RunningRow is null || now.RunningRow.Kind == kind);

    private static RunProgress Progress(ApiTestReading now) => new()
    {
        Percent = Math.Clamp(now.RunningPercent ?? (1 - (now.RunningRow?.Remaining ?? 1)) * 100, 0, 100),
        Phase = now.RunningRow?.Remaining is { } left ? string.Create(CultureInfo.InvariantCulture, $"{left * 100:0} % remaining") : null,
    };

    private static RunSnapshot Judged(ApiTestRow ours, ApiTestReading now) => ours.Result switch
    {
        SelfTestResult.Passed => Ended(StageState.Passed, null, now),
        SelfTestResult.Failed => Ended(StageState.Failed, Failure(ours), now),
        _ => new RunSnapshot.Lost($"The self-test ended without a verdict: {Words(ours) ?? "the NAS does not say why"}."),
    };

    private static string? Words(ApiTestRow row) => row.Words.TrimEnd('-', '>', ' ') is { Length: > 0 } words ? words : null;

    private static Reason Failure(ApiTestRow ours) => new(
        "self_test_failed",
        Severity.Fail,
        $"The drive's self-test failed: {Words(ours) ?? "no words for it"}{(ours.Lba is { } block ? string.Create(CultureInfo.InvariantCulture, $", first at LBA {block}") : "")}.",
        Rule);

    private static RunSnapshot.Ended Inconclusive(ApiTestReading now) => Ended(
        StageState.Inconclusive,
        new Reason("self_test_unproven", Severity.Inconclusive, "The drive's log cannot be compared with what it said before the self-test, so nothing proves a result.", Rule),
        now);

    private static RunSnapshot.Ended Ended(StageState state, Reason? reason, ApiTestReading now) => new(new RunResult
    {
        State = state,
        Reasons = reason is null ? [] : [reason],
        Log = "By the API of the NAS (smart.test.results); without SSH nobody else was asked.",
        Evidence = [new StageEvidence("smart_test_results.json", now.Raw)],
    });
}
