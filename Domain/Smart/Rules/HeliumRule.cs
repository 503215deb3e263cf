using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Disks that are filled with helium count down from 100 as it escapes (22). Below the drive's threshold it is failing; a new one has lost none.</summary>
internal sealed class HeliumRule : ISmartRule
{
    private const int Full = 100;

    public IEnumerable<Reason> Judge(SmartCase given)
    {
        if (given.Kind != DriveKind.AtaDisk || given.Now.Attribute(22) is not { Value: { } level } helium || !helium.Name.Contains("Helium", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        var isLow = helium.Threshold is > 0 and var threshold && level < threshold;
        if (isLow || (level < Full && !given.ToleratesOld))
        {
            yield return new Reason("helium", isLow ? Severity.Fail : Severity.Note, FormattableString.Invariant($"Helium level: {level}{(isLow ? $", below the drive's own threshold of {helium.Threshold}" : " of 100")}."), given.Policy.Id)
            {
                Before = given.Before?.Attribute(22)?.Value,
                After = level,
                Limit = isLow ? helium.Threshold : Full,
            };
        }
    }
}
