using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// Sectors that the drive could not read and waits to write (197; where it is not reported, the log of pending defects). One
/// or two mean a yearly failure rate of 34 % (Scrutiny's table). After a full write they are gone or replaced: gone without
/// a replacement was a weak sector, which a new drive has none of. On flash the count comes and goes.
/// </summary>
internal sealed class PendingSectorsRule : ISmartRule
{
    private const string Code = "pending_sectors";
    private const string What = "Pending sectors";

    public IEnumerable<Reason> Judge(SmartCase given)
    {
        var count = given.Attribute(Code, What, 197, "Pending").Or(new Count(Code, What, Logged(given, given.Before), Logged(given, given.Now)));
        if (given.Kind == DriveKind.AtaFlash)
        {
            return count.Judged(given, Severity.Note, null, whatNext: "Flash counts here while it tidies up: read it again before believing it.") is { } flash ? [flash] : [];
        }

        if (count is { Before: > 0 and var before, Now: 0 })
        {
            return
            [
                new Reason(
                    "pending_cleared", given.ToleratesOld ? Severity.Note : Severity.Fail, FormattableString.Invariant($"Pending sectors: {before} before the test, none after it: weak sectors were written anew."), given.Policy.Id)
                {
                    Before = before,
                    After = 0,
                    Limit = 0,
                },
            ];
        }

        // What the write test will settle is not settled before it.
        var isOpen = given is { IsBaseline: true, ToleratesOld: true };
        return count.Judged(given, isOpen ? Severity.Note : Severity.Fail, Severity.Fail) is { } reason ? [reason] : [];
    }

    private static long? Logged(SmartCase given, SmartReport? report) => given.IsAta ? report?.PendingDefectCount : null;
}
