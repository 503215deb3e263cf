using Burnin.Domain.Jobs;
using Burnin.Domain.Kernel;

namespace Burnin.Domain.Verdicts;

/// <summary>What the kernel of a host logged of the drive during a stage, as reasons.</summary>
internal static class KernelReasons
{
    public static IEnumerable<Reason> Of(VerdictPolicy policy, KernelSight sight)
    {
        foreach (var finding in sight.Findings)
        {
            var (code, severity) = KindOf(finding);
            yield return new Reason(
                code,
                severity,
                FormattableString.Invariant($"The host's kernel logged {finding.Lines} lines of {finding.Kind.Words}{(finding.Scope == KernelScope.Controller ? ", of the controller" : "")}, the first at {finding.FirstAt:yyyy-MM-dd HH:mm:ss} UTC: {finding.Example}"),
                policy.Id)
            {
                After = finding.Lines,
                Limit = 0,
                WhatNext = severity == Severity.Note ? "Reseat the drive and look at its cable; run again if anything failed." : null,
            };
        }
    }

    private static (string Code, Severity Severity) KindOf(KernelFinding finding) => finding switch
    {
        { Scope: KernelScope.Controller } => ("kernel_controller", Severity.Note),
        { Kind: KernelEventKind.MediumError } => ("kernel_medium_errors", Severity.Fail),
        { Kind: KernelEventKind.HardwareError } => ("kernel_hardware_errors", Severity.Fail),
        { Kind: KernelEventKind.IoError } => ("kernel_io_errors", Severity.Fail),
        { Kind: KernelEventKind.DeviceGone } => ("kernel_drive_gone", Severity.Inconclusive),
        { Kind: KernelEventKind.Timeout } => ("kernel_timeouts", Severity.Note),
        { Kind: KernelEventKind.HbaReset or KernelEventKind.PcieError } => ("kernel_controller", Severity.Note),
        { Kind: KernelEventKind.CrcError or KernelEventKind.LinkDown or KernelEventKind.LinkReset or KernelEventKind.LinkSpeedDown } => ("kernel_link", Severity.Note),
        _ => throw new System.Diagnostics.UnreachableException($"{finding.Kind}"),
    };
}
