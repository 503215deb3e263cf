namespace Burnin.Nas.Tests.Host;

/// <summary>What is wrong with one block of 4096 bytes: it cannot be read, or comes back different.</summary>
internal sealed record BlockFault(long Block, bool IsAltered);
