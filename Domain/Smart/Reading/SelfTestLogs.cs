using System.Collections.Immutable;

namespace Burnin.Domain.Smart.Reading;

internal static class SelfTestLogs
{
    /// <summary>With the log and what is counted in it.</summary>
    public static SelfTests With(this SelfTests tests, ImmutableArray<SelfTestRow>? log) => tests with
    {
        Log = log,
        LogCount = log?.Length,
        FailedInLog = log?.Count(row => row.Result is SelfTestResult.Failed) ?? 0,
    };
}
