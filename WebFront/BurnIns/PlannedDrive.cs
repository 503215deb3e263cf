using Burnin.Grains.Interfaces.Drives;

namespace Burnin.WebFront.BurnIns;

/// <summary>What one drive has before it.</summary>
/// <param name="DriveId">Which.</param>
/// <param name="Profile">The name of just these stages, or <c>custom</c>.</param>
/// <param name="Erases">Whether anything is written.</param>
/// <param name="Seconds">From its first stage to its last, without waiting.</param>
/// <param name="StartsAt">When a slot may be free for it.</param>
/// <param name="EndsAt">When it may be done.</param>
/// <param name="Stages">In their order.</param>
internal sealed record PlannedDrive(
    string DriveId, string Profile, bool Erases, double Seconds, DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<PlannedStageView> Stages);
