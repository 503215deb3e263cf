namespace Burnin.MockTrueNas.Pools;

/// <summary>One drive of a pool, by its slot, and what it is there for.</summary>
internal sealed record PoolMember(VdevRole Role, int Slot);
