using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Fleet;

[GenerateSerializer, Immutable, Alias("burnin.governor-view")]
public sealed record GovernorView
{
    [Id(0)]
    public required int Limit { get; init; }

    /// <summary>Job ids that hold a slot.</summary>
    [Id(1)]
    public required ImmutableArray<string> Holders { get; init; }

    /// <summary>Job ids that wait, first in line first.</summary>
    [Id(2)]
    public required ImmutableArray<string> Waiting { get; init; }
}
