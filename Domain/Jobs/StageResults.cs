using System.Collections.Immutable;

namespace Burnin.Domain.Jobs;

internal static class StageResults
{
    /// <summary>The worst reason decides; none at all is a pass.</summary>
    public static RunResult Of(ImmutableArray<Reason> reasons) => new() { State = StateOf(reasons), Reasons = reasons };

    /// <summary>
    /// No result is better than its own reasons, every one is an end, and none but a pass goes without a reason: a stage
    /// that "ended as running" would hold its job for ever.
    /// </summary>
    public static RunResult Sound(RunResult said)
    {
        var byReasons = StateOf(said.Reasons);
        var state = said.State == StageState.Failed || byReasons == StageState.Failed ? StageState.Failed
            : said.State == StageState.Passed ? byReasons
            : StageState.Inconclusive;
        return said with
        {
            State = state,
            Reasons = state == byReasons || (state == StageState.Inconclusive && !said.Reasons.IsEmpty) ? said.Reasons
                : [new Reason("no_reason", state == StageState.Failed ? Severity.Fail : Severity.Inconclusive, $"The run ended as {said.State} and gave no reason for it.", "job"), .. said.Reasons],
        };
    }

    private static StageState StateOf(ImmutableArray<Reason> reasons) =>
        reasons.Any(reason => reason.Severity == Severity.Fail) ? StageState.Failed
        : reasons.Any(reason => reason.Severity == Severity.Inconclusive) ? StageState.Inconclusive
        : StageState.Passed;
}
