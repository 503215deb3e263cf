using System.Globalization;

namespace Burnin.Domain.Verdicts.Suspects;

/// <summary>Heat: a drive that protects itself is slow, and one that is too hot proves nothing.</summary>
internal sealed class HeatSuspect : ISuspect
{
    public Suspicion? Look(VerdictCase given)
    {
        var hot = given.Findings.FirstOrDefault(finding => finding.Reason.Code == "too_hot")?.Reason;
        var celsius = hot?.After ?? given.Findings.FirstOrDefault(finding => finding.Reason.Code is "warm" or "nvme_temperature")?.Reason.After;
        return celsius is null ? null : new Suspicion(
            "cause_heat",
            hot is null ? "Heat: the drive was too warm to be at its full speed." : string.Create(CultureInfo.InvariantCulture, $"Heat: the drive was at up to {celsius} °C."),
            "Give it more air, let it cool and run again.",
            finding => TroubleKinds.IsSlowness(finding.Reason.Code) || finding.Reason.Code == "too_hot");
    }
}
