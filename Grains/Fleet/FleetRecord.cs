using System.Collections.Immutable;

namespace Burnin.Grains.Fleet;

public sealed record FleetRecord
{
    /// <summary>Sorted.</summary>
    public ImmutableArray<string> NasNames { get; init; } = [];
}
