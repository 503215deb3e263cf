using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// Sectors that a SAS drive has replaced since it left the factory. Up to about five are seen on good drives; ten are too
/// many for a new one, and growth under test for any (practice of storage forums: no maker gives a limit).
/// </summary>
internal sealed class GrownDefectsRule : ISmartRule
{
    private const long TooMany = 10;

    public IEnumerable<Reason> Judge(SmartCase given)
    {
        var count = new Count("grown_defects", "Grown defects", given.Before?.Scsi?.GrownDefects, given.Now.Scsi?.GrownDefects);
        return count.Judged(given, count.Now >= TooMany ? Severity.Fail : Severity.Note, Severity.Fail, isOldTolerated: true) is not { } reason ? []
            : [count.Growth > 0 ? reason : reason with { Limit = TooMany - 1 }];
    }
}
