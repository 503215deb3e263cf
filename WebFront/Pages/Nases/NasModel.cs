using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.WebFront.Pages.Nases;

/// <summary>One NAS: how it is reached, what it can do, and its drives.</summary>
public sealed record NasModel
{
    public required NasView Nas { get; init; }

    /// <summary>In the order of their device names.</summary>
    public required IReadOnlyList<DriveView> Drives { get; init; }

    /// <summary>Drives whose burn-in holds a slot.</summary>
    public required IReadOnlyList<DriveView> Running { get; init; }

    /// <summary>Drives whose burn-in waits, first in line first.</summary>
    public required IReadOnlyList<DriveView> Waiting { get; init; }
}
