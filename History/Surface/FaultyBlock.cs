namespace Burnin.History.Surface;

/// <summary>A block that the tool complained of. Fault: <c>read, write, mismatch</c> and the like. Confirmed: it failed twice.</summary>
public sealed record FaultyBlock(string Pass, long Block, string Fault, bool IsConfirmed);
