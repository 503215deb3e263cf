using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>What flash has left to replace bad blocks with, against the threshold that the drive itself states.</summary>
internal sealed class SpareRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given) => given.Kind switch
    {
        DriveKind.Nvme => Nvme(given),
        DriveKind.AtaFlash => Sata(given),
        DriveKind.AtaDisk or DriveKind.Sas => [],
    };

    private static IEnumerable<Reason> Nvme(SmartCase given)
    {
        var before = given.Before?.Nvme?.AvailableSparePercent;
        if (given.Now.Nvme is not { AvailableSparePercent: { } spare } health)
        {
            yield break;
        }

        if (spare < health.AvailableSpareThresholdPercent)
        {
            yield return new Reason("spare_exhausted", Severity.Fail, FormattableString.Invariant($"Spare blocks: {spare} % left, below the drive's own threshold of {health.AvailableSpareThresholdPercent} %."), given.Policy.Id)
            {
                Before = before,
                After = spare,
                Limit = health.AvailableSpareThresholdPercent,
            };
        }
        else if (spare < before)
        {
            yield return new Reason("spare_shrinking", Severity.Note, FormattableString.Invariant($"Spare blocks: {spare} % left, down from {before} % before the test."), given.Policy.Id) { Before = before, After = spare, Limit = before };
        }
    }

    private static IEnumerable<Reason> Sata(SmartCase given) =>
        from attribute in given.Now.Attributes
        where attribute.Name.Contains("Reserv", StringComparison.OrdinalIgnoreCase) || attribute.Name.Contains("Spare", StringComparison.OrdinalIgnoreCase)
        where attribute is { Threshold: > 0 } && attribute.Value <= attribute.Threshold
        select new Reason("spare_exhausted", Severity.Fail, FormattableString.Invariant($"Spare blocks ({attribute.Name}): {attribute.Value}, at or below the drive's own threshold of {attribute.Threshold}."), given.Policy.Id)
        {
            Before = given.Before?.Attribute(attribute.Id)?.Value,
            After = attribute.Value,
            Limit = attribute.Threshold + 1,
        };
}
