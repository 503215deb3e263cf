namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>How the surface stages of one job test.</summary>
[GenerateSerializer, Immutable, Alias("burnin.surface-settings")]
public sealed record SurfaceSettings
{
    /// <summary><c>auto, fio, badblocks</c>.</summary>
    [Id(0)]
    public required string Engine { get; init; }

    /// <summary>Times that all of the surface is gone over: 1 to 4.</summary>
    [Id(1)]
    public required int Passes { get; init; }

    /// <summary><c>write, read</c>.</summary>
    [Id(2)]
    public required string Mode { get; init; }

    /// <summary>Distinct bad blocks at which a run ends.</summary>
    [Id(3)]
    public required int MaxBadBlocks { get; init; }

    /// <summary>Bad blocks that are noted, but do not condemn the drive.</summary>
    [Id(4)]
    public required int BadBlockThreshold { get; init; }

    /// <summary>Whether an operator has called the label or partition table on the drive stale.</summary>
    [Id(5)]
    public required bool AllowsStaleLabel { get; init; }

    /// <summary>At this heat the run stands still.</summary>
    [Id(6)]
    public required int PauseAtCelsius { get; init; }

    /// <summary>At this heat it goes on again.</summary>
    [Id(7)]
    public required int ResumeAtCelsius { get; init; }
}
