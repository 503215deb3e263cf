using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;

namespace Burnin.Nas.Original;

internal static class OriginalCapabilities
{
    private const string Rest = "rest";
    private const string Simulation = "simulation";
    private const string Played = "Simulated: this contract cannot write to a disk. Not one byte is written or read.";

    public static ImmutableArray<Capability> All { get; } =
    [
        new("inventory", Rest, "This contract knows nothing of pools: it cannot say whether a drive is in use."),
        new("smart", Rest, "Health and temperature only; there is no attribute table."),
        new(StageName.ShortSmart.Wire, Rest, null),
        new(StageName.LongSmart.Wire, Rest, null),
        new(StageName.SurfaceValidate.Wire, Simulation, Played),
        new(StageName.IoValidate.Wire, Simulation, Played),
    ];
}
