using Burnin.Domain.Kernel;

namespace Burnin.Domain.Verdicts.Suspects;

/// <summary>The host: a run that was lost again and again, a bus above the controller in trouble, a tool that broke off.</summary>
internal sealed class HostSuspect : ISuspect
{
    public Suspicion? Look(VerdictCase given)
    {
        var isPcie = given.HasKernelFinding(finding => finding.Kind == KernelEventKind.PcieError);
        var isLost = given.Findings.Any(finding => finding.Reason.Code is "run_lost");
        return !isPcie && !isLost ? null : new Suspicion(
            "cause_host",
            isLost ? "Host: what ran the test was lost there again and again." : "Host: the kernel logged errors of the PCIe bus above the drive.",
            "Look at the host's own log and uptime: reboots, memory, killed processes; then run again.",
            finding => finding.Reason.Code is "run_lost" || (isPcie && TroubleKinds.IsSilence(finding.Reason.Code)));
    }
}
