using Burnin.Grains.Interfaces.Drives;

namespace Burnin.WebFront.Drives;

internal sealed record DriveList(IReadOnlyList<DriveView> Drives);
