using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// Sectors that the drive has given up and replaced (5). A few old ones on a disk in use hardly matter (2.7 % of such disks
/// fail in a year, 2.5 % without, by Backblaze's data as Scrutiny tabulates them); a new disk has none, and one that makes
/// more under test is failing. Flash leaves the factory with bad blocks, so there only growth condemns.
/// </summary>
internal sealed class ReallocatedSectorsRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given)
    {
        var present = given.Kind == DriveKind.AtaDisk ? Severity.Fail : Severity.Note;
        return given.Attribute("reallocated_sectors", "Reallocated sectors", 5, "Realloc", "Retired", "Bad_Bl", "Remap")
            .Judged(given, present, Severity.Fail, isOldTolerated: true) is { } reason ? [reason] : [];
    }
}
