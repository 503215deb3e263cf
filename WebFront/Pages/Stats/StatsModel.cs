using Burnin.History.Stats;
using Burnin.WebFront.Pages.Shell;
using Burnin.WebFront.Stats;

namespace Burnin.WebFront.Pages.Stats;

/// <summary>What the numbers page shows.</summary>
public sealed record StatsModel
{
    public required StatsQuery Query { get; init; }

    public required PageQuery Address { get; init; }

    /// <summary>What is wrong with the address; null while nothing is.</summary>
    public string? Problem { get; init; }

    public Statistics? Statistics { get; init; }
}
