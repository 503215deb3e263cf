using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Sectors that a SAS drive could not read and waits to write.</summary>
internal sealed class ScsiPendingDefectsRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given)
    {
        var isOpen = given is { IsBaseline: true, ToleratesOld: true };
        return given.Kind != DriveKind.Sas ? []
            : new Count("pending_defects", "Pending defects", given.Before?.PendingDefectCount, given.Now.PendingDefectCount)
                .Judged(given, isOpen ? Severity.Note : Severity.Fail, Severity.Fail) is { } reason ? [reason] : [];
    }
}
