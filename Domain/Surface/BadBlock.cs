namespace Burnin.Domain.Surface;

/// <summary>
/// A block that the tool complained of. Confirmed: it failed again when it was read by itself, so its number is exact.
/// Otherwise it was fine the second time, and a mismatch may carry a number that is too high by the blocks of one I/O.
/// </summary>
public sealed record BadBlock(int Pattern, long Block, bool IsConfirmed);
