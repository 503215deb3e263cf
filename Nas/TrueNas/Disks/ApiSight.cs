using System.Collections.Immutable;
using Burnin.Domain.Drives;

namespace Burnin.Nas.TrueNas.Disks;

/// <summary>What one look by the API showed.</summary>
internal sealed record ApiSight
{
    public required ImmutableArray<DriveFacts> Drives { get; init; }

    /// <summary>Why no temperature was told; null where they were.</summary>
    public string? NoTemperatures { get; init; }

    /// <summary>What was not answered of who uses the disks.</summary>
    public ImmutableArray<string> ScanFailures { get; init; } = [];
}
