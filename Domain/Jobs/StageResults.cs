using System.Collections.Immutable;

namespace Burnin.Domain.Jobs;

internal static class StageResults
{
    /// <summary>The worst reason decides; none at all is a pass.</summary>
    public static RunResult Of(ImmutableArray<Reason> reasons) => new()
    {
        State = reasons.Any(reason => reason.Severity == Severity.Fail) ? StageState.Failed
            : reasons.Any(reason => reason.Severity == Severity.Inconclusive) ? StageState.Inconclusive
            : StageState.Passed,
        Reasons = reasons,
    };
}
