namespace Burnin.Domain.Speed;

/// <summary>The newest curve of another drive of the same model and size.</summary>
/// <param name="DriveId">Which drive.</param>
/// <param name="Nas">Where it was tested.</param>
/// <param name="From">When that began.</param>
/// <param name="To">When it ended.</param>
/// <param name="Curve">What came of it.</param>
public sealed record SiblingCurve(string DriveId, string Nas, DateTimeOffset From, DateTimeOffset To, SpeedCurve Curve)
{
    /// <summary>On the same NAS at the same time: on the same bus, in the same heat.</summary>
    public bool IsBeside(string nas, DateTimeOffset from, DateTimeOffset to) => Nas == nas && From < to && from < To;
}
