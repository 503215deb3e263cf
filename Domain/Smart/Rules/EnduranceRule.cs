using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// How much of the writing that a flash drive is made for has been done. At 100 % its maker promises nothing any more; from
/// 80 % on it is worth a word (that one is ours). Vendor attributes are not read for it: some count up, some down.
/// </summary>
internal sealed class EnduranceRule : ISmartRule
{
    private const int WornPercent = 80;
    private const int SpentPercent = 100;
    private const int FlashPage = 7;
    private const int PercentUsed = 8;

    public IEnumerable<Reason> Judge(SmartCase given)
    {
        if (UsedPercentOf(given.Now) is not { } used || used < WornPercent)
        {
            yield break;
        }

        var before = UsedPercentOf(given.Before);
        var isSpent = used >= SpentPercent && !(given.ToleratesOld && !(used > before));
        yield return new Reason("endurance_used", isSpent ? Severity.Fail : Severity.Note, FormattableString.Invariant($"{used} % of the drive's rated endurance is used."), given.Policy.Id)
        {
            Before = before,
            After = used,
            Limit = (used >= SpentPercent ? SpentPercent : WornPercent) - 1,
        };
    }

    internal static long? UsedPercentOf(SmartReport? report) => report switch
    {
        null => null,
        { Nvme.PercentageUsed: { } nvme } => nvme,
        { Scsi.EndurancePercentUsed: { } scsi } => scsi,
        _ => report.Statistic(FlashPage, PercentUsed),
    };
}
