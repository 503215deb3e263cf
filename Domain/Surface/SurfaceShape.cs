namespace Burnin.Domain.Surface;

/// <summary>What of the surface is tested, and how often. With the capacity of a drive it gives a <see cref="SurfacePlan"/>.</summary>
public sealed record SurfaceShape
{
    public const int MaxPasses = 4;

    public SurfaceMode Mode { get; init; }

    /// <summary>1 to 4; reading is always one pass.</summary>
    public int Passes { get; init; } = MaxPasses;

    /// <summary>Samples at the start, at the end and spread between, in one pass, instead of the whole surface.</summary>
    public bool SamplesOnly { get; init; }
}
