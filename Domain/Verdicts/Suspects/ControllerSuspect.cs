using System.Globalization;
using Burnin.Domain.Kernel;

namespace Burnin.Domain.Verdicts.Suspects;

/// <summary>
/// The controller, the backplane or the power supply: what several drives share. Three drives do not break within minutes of
/// each other; what carries them does.
/// </summary>
internal sealed class ControllerSuspect : ISuspect
{
    private const int Several = 2;

    /// <summary>Stages of several drives that end in trouble within this of each other have one cause. Ours: runs are looked at every second, but a drive may take minutes to be given up.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(10);

    public Suspicion? Look(VerdictCase given)
    {
        var resets = given.KernelLines(finding => finding is { Kind: KernelEventKind.HbaReset, Scope: KernelScope.Controller });
        var beside = given.Kernel.SelectMany(sight => sight.OthersInTrouble).Distinct().ToList();
        var ends = given.Findings.Where(finding => finding.IsTrouble).Select(finding => finding.Stage?.FinishedAt).OfType<DateTimeOffset>().ToList();
        var neighbours = given.Around.Neighbours
            .Where(neighbour => ends.Any(end => (end - neighbour.At).Duration() <= AtOnce))
            .DistinctBy(neighbour => neighbour.DriveId)
            .ToList();
        string[] signs =
        [
            .. resets > 0 ? [string.Create(CultureInfo.InvariantCulture, $"the kernel logged {resets} resets of the controller")] : Array.Empty<string>(),
            .. beside.Count >= Several ? [string.Create(CultureInfo.InvariantCulture, $"{beside.Count} other drives had trouble at the same moment ({string.Join(", ", beside)})")] : Array.Empty<string>(),
            .. neighbours.Count >= Several ? [string.Create(CultureInfo.InvariantCulture, $"tests of {neighbours.Count} other drives on {given.Job.Nas} broke at the same time ({string.Join(", ", neighbours.Select(neighbour => neighbour.DeviceName))})")] : Array.Empty<string>(),
        ];
        var hasMismatches = neighbours.Count(neighbour => neighbour.HasMismatches) >= Several;
        return signs.Length == 0 ? null : new Suspicion(
            "cause_controller",
            $"Controller, backplane or power: {string.Join(", and ", signs)}.",
            "Look at the controller (heat, firmware, seating), the backplane and the power supply, then run again.",
            // Data that came back changed from one drive are that drive's; from several at once they are of memory or controller.
            finding => TroubleKinds.IsSilence(finding.Reason.Code)
                || (TroubleKinds.IsSurfaceError(finding.Reason.Code) && (hasMismatches || finding.Stage?.Result?.Mismatches is null or 0)));
    }
}
