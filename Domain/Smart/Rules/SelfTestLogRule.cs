using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// The drive's own log of self-tests. The newest that came to a result counts. A failed one is made good by a passed one of
/// the same scope or a larger one: a short test does not read where a long one has failed. "Fatal or unknown error" is
/// taken for a failure only where it came twice running; aborted and interrupted tests say nothing.
/// </summary>
internal sealed class SelfTestLogRule : ISmartRule
{
    private const string Code = "self_test_log";

    public IEnumerable<Reason> Judge(SmartCase given)
    {
        if (given.Now.SelfTests.Log is not { } log)
        {
            yield break;
        }

        var ended = log.Where(row => row.Result is SelfTestResult.Passed or SelfTestResult.Failed or SelfTestResult.Fatal).ToList();
        var failed = ended.FindIndex(row => row.Result == SelfTestResult.Failed);
        if (failed >= 0)
        {
            var row = ended[failed];
            var isMadeGood = ended.Take(failed).Any(newer => newer.Result == SelfTestResult.Passed && (IsLong(newer) || !IsLong(row)));

            // A used drive is about to be tested: its own test decides.
            var isOpen = given is { IsBaseline: true, ToleratesOld: true };
            var where = row.Lba is { } lba ? FormattableString.Invariant($", first at LBA {lba}") : "";
            yield return isMadeGood
                ? new Reason("self_test_failed_before", Severity.Note, $"An older self-test failed ({row.Type}: {row.StatusText}{where}); a newer one has passed.", given.Policy.Id)
                : new Reason(Code, isOpen ? Severity.Note : Severity.Fail, $"The newest self-test in the drive's log has failed ({row.Type}: {row.StatusText}{where}).", given.Policy.Id) { After = row.Lba };
        }

        if (ended is [{ Result: SelfTestResult.Fatal } last, ..])
        {
            var isTwice = ended is [_, { Result: SelfTestResult.Fatal }, ..];
            yield return new Reason(
                isTwice ? Code : "self_test_fatal",
                isTwice && !(given is { IsBaseline: true, ToleratesOld: true }) ? Severity.Fail : given.IsBaseline ? Severity.Note : Severity.Inconclusive,
                $"The newest self-test could not be done{(isTwice ? ", twice running" : "")} ({last.Type}: {last.StatusText}).",
                given.Policy.Id)
            {
                WhatNext = isTwice ? null : "Run the self-test again; if it ends in the same way, the drive has failed it.",
            };
        }
    }

    /// <summary>By the numbers that all protocols share, or by smartctl's words.</summary>
    private static bool IsLong(SelfTestRow row) => row.TypeCode is { } code ? (code & 0x0f) == 2
        : row.Type.Contains("xtended", StringComparison.Ordinal) || row.Type.Contains("long", StringComparison.OrdinalIgnoreCase);
}
