namespace Burnin.MockTrueNas.Pools;

/// <summary>The lists of a pool's topology.</summary>
internal enum VdevRole
{
    Data,
    Log,
    Cache,
    Spare,
    Special,
    Dedup,
}
