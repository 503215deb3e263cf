using System.Globalization;
using Burnin.Domain.Kernel;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Verdicts.Suspects;

/// <summary>
/// The cable or the slot of this one drive: checksum errors on the link grow, it is reset, it falls to a lower speed. A bad
/// block that failed twice is only put down to it where the kernel's log was read and does not show the drive itself
/// giving the block up; data that came back changed never are, since the link checks what it carries.
/// </summary>
internal sealed class CableSuspect : ISuspect
{
    private const int CrcErrors = 199;

    public Suspicion? Look(VerdictCase given)
    {
        var crc = Grown(given, report => report.Attribute(CrcErrors) is { } attribute && attribute.Name.Contains("CRC", StringComparison.OrdinalIgnoreCase) ? attribute.Decoded ?? attribute.Raw : null);
        var resets = given.KernelLines(finding => finding is { Kind: KernelEventKind.LinkReset or KernelEventKind.LinkDown or KernelEventKind.LinkSpeedDown, Scope: KernelScope.Drive });
        var garbled = given.KernelLines(finding => finding is { Kind: KernelEventKind.CrcError, Scope: KernelScope.Drive });
        var isSlower = given is { Before.LinkSpeed.CurrentMegabitsPerSecond: { } was, After.LinkSpeed.CurrentMegabitsPerSecond: { } now } && now < was;
        var isLow = given.After?.LinkSpeed is { CurrentMegabitsPerSecond: { } current, MaxMegabitsPerSecond: { } most } && current < most;
        string[] signs =
        [
            .. crc > 0 ? [string.Create(CultureInfo.InvariantCulture, $"the drive counted {crc} new CRC errors")] : Array.Empty<string>(),
            .. garbled > 0 ? [string.Create(CultureInfo.InvariantCulture, $"the kernel logged {garbled} checksum errors on the link")] : Array.Empty<string>(),
            .. resets > 0 ? [string.Create(CultureInfo.InvariantCulture, $"the kernel logged {resets} resets or losses of the link")] : Array.Empty<string>(),
            .. isSlower ? ["the link fell to a lower speed"] : Array.Empty<string>(),
            .. isLow && !isSlower ? ["the link runs below the drive's speed"] : Array.Empty<string>(),
        ];
        var isLinkBroken = crc > 0 || garbled > 0 || resets > 0 || isSlower;
        return signs.Length == 0 ? null : new Suspicion(
            "cause_cable",
            $"Cable or slot: {string.Join(", ", signs)}.",
            "Reseat the drive, change its cable or move it to another slot, then run again: what stays with the drive is the drive.",
            finding => TroubleKinds.IsSlowness(finding.Reason.Code)
                || (isLinkBroken && (TroubleKinds.IsSilence(finding.Reason.Code) || IsOfLink(finding))));
    }

    private static bool IsOfLink(Finding finding)
    {
        if (!TroubleKinds.IsSurfaceError(finding.Reason.Code) || finding.Stage?.Result?.Mismatches > 0)
        {
            return false;
        }

        var isConfirmed = finding.Stage?.Result?.Reasons.Any(reason => reason.Code == "bad_blocks") == true;
        return !isConfirmed || finding.Stage?.Result?.Kernel is { Unavailable: null };
    }

    private static long? Grown(VerdictCase given, Func<SmartReport, long?> count) =>
        given is { Before: { } before, After: { } after } ? count(after) - count(before) : null;
}
