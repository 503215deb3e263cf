namespace Burnin.WebFront.BurnIns;

/// <summary>Who holds the slots of one NAS, or of the fleet, and who waits for one.</summary>
/// <param name="Limit">How many may run at once.</param>
/// <param name="HeldUntil">When each that is held may come free; null where that is not known.</param>
/// <param name="Waiting">How many burn-ins stand in line.</param>
public sealed record Slots(int Limit, IReadOnlyList<DateTimeOffset?> HeldUntil, int Waiting);
