using System.Collections.Immutable;
using Burnin.Domain.Drives;

namespace Burnin.Domain.Surface;

/// <summary>How the surface stages of one job test. Decided when the job is made, so that no later setting changes a run on its way.</summary>
public sealed record SurfaceChoice
{
    public SurfaceEngine Engine { get; init; }

    /// <summary>Null: as many as the medium needs.</summary>
    public int? Passes { get; init; }

    public SurfaceMode Mode { get; init; }

    /// <summary>Distinct bad blocks at which a run ends: 1 stops at the first.</summary>
    public int MaxBadBlocks { get; init; } = 64;

    /// <summary>Bad blocks that are noted, but do not condemn the drive.</summary>
    public int BadBlockThreshold { get; init; }

    /// <summary>The operator has typed the serial once more to say that the label or partition table on the drive is stale.</summary>
    public bool AllowsStaleLabel { get; init; }

    /// <summary>What was on the drive when the operator said so. Another label, later, is not meant.</summary>
    public ImmutableArray<InUseFact> StaleLabels { get; init; } = [];

    public int PauseAtCelsius { get; init; } = 55;

    public int ResumeAtCelsius { get; init; } = 46;

    public bool Erases => Mode == SurfaceMode.Write;

    /// <summary>Binds the operator's word to the labels that are there now.</summary>
    public SurfaceChoice WithLabelsOn(DriveFacts? facts)
    {
        var labels = AllowsStaleLabel && Erases ? WipeGuard.LabelsOn(facts) : [];
        return this with { StaleLabels = labels, AllowsStaleLabel = !labels.IsEmpty };
    }

    /// <summary>Flash wears with every pass, and does not have the faults that another pattern on a platter finds.</summary>
    public int PassesOn(DriveMedium medium) => Mode == SurfaceMode.Read ? 1 : Passes ?? medium switch
    {
        DriveMedium.Ssd or DriveMedium.Nvme => 1,
        DriveMedium.Unknown or DriveMedium.Hdd or DriveMedium.Loop => SurfaceShape.MaxPasses,
    };

    public SurfaceOrder ToOrder(DriveMedium medium, bool samplesOnly) => new()
    {
        Shape = new SurfaceShape { Mode = Mode, Passes = samplesOnly ? 1 : PassesOn(medium), SamplesOnly = samplesOnly },
        Engine = Engine,
        MaxBadBlocks = MaxBadBlocks,
        BadBlockThreshold = BadBlockThreshold,
        StaleLabels = StaleLabels,
        PauseAtCelsius = PauseAtCelsius,
        ResumeAtCelsius = ResumeAtCelsius,
    };
}
