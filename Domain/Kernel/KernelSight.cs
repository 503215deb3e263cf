using System.Collections.Immutable;

namespace Burnin.Domain.Kernel;

/// <summary>What the kernel's log of a host says of one drive during one stage.</summary>
public sealed record KernelSight
{
    /// <summary>Why nothing is known; null where the log was read, be it empty.</summary>
    public string? Unavailable { get; init; }

    public ImmutableArray<KernelFinding> Findings { get; init; } = [];

    /// <summary>Other drives that had trouble within two minutes of this one's, or of the controller's. At most ten are named.</summary>
    public ImmutableArray<string> OthersInTrouble { get; init; } = [];

    public bool Has(Func<KernelFinding, bool> condition) => Findings.Any(condition);
}
