using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Drives;

/// <summary>A person's wish to burn in one drive.</summary>
[GenerateSerializer, Immutable, Alias("burnin.start-burn-in")]
public sealed record StartBurnIn
{
    [Id(0)]
    public required string Operator { get; init; }

    /// <summary>A named profile; null to take the three flags, of which each that is not said is true.</summary>
    [Id(1)]
    public string? Profile { get; init; }

    [Id(2)]
    public bool? RunSurface { get; init; }

    [Id(3)]
    public bool? RunShort { get; init; }

    [Id(4)]
    public bool? RunLong { get; init; }

    /// <summary>Another order of just the chosen stages; null for the usual one.</summary>
    [Id(5)]
    public ImmutableArray<string>? StageOrder { get; init; }

    /// <summary>The serial, typed by a person: needed for a single destructive start.</summary>
    [Id(6)]
    public string? ConfirmSerial { get; init; }

    /// <summary>The explicit tick: needed for a destructive start of several drives, and enough there.</summary>
    [Id(7)]
    public bool ConfirmDestructive { get; init; }

    /// <summary>How many drives were chosen together.</summary>
    [Id(8)]
    public int DrivesInBatch { get; init; } = 1;
}
