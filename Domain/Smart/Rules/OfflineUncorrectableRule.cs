using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Sectors that the drive's own scan could not read (198). One or two mean a yearly failure rate of 81 % (Scrutiny's table).</summary>
internal sealed class OfflineUncorrectableRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given)
    {
        var isOpen = given is { IsBaseline: true, ToleratesOld: true };
        var severity = given.Kind == DriveKind.AtaDisk && !isOpen ? Severity.Fail : Severity.Note;
        return given.Attribute("uncorrectable_sectors", "Offline uncorrectable sectors", 198, "Uncorr", "UNC").Judged(given, severity, severity) is { } reason ? [reason] : [];
    }
}
