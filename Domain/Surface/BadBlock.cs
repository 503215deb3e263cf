namespace Burnin.Domain.Surface;

/// <summary>
/// A block that the tool complained of. Confirmed: it failed again when it was tried by itself, so its number is exact.
/// Otherwise it was fine the second time, and its number is that of the first block of the I/O that failed.
/// </summary>
/// <param name="Pass">In which pass, counted from 0.</param>
/// <param name="Block">In blocks of the plan.</param>
/// <param name="Fault">What it did.</param>
/// <param name="IsConfirmed">Whether it failed twice.</param>
public sealed record BadBlock(int Pass, long Block, BlockFault Fault, bool IsConfirmed);
