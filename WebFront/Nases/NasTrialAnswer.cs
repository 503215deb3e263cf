using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.WebFront.Nases;

/// <summary>What a NAS answered to settings that were tried. Trouble: what part did not answer, where the rest did.</summary>
internal sealed record NasTrialAnswer(
    string Product, int Drives, int FreeDrives, string? HostKey, string? Trouble, ImmutableArray<CapabilityView> Capabilities)
{
    public static NasTrialAnswer Of(TryNasResult.Seen seen) => new(seen.Product, seen.Drives, seen.FreeDrives, seen.HostKey, seen.Trouble, seen.Capabilities);
}
