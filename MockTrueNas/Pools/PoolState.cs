namespace Burnin.MockTrueNas.Pools;

/// <summary>Whether a pool is there for use.</summary>
internal enum PoolState
{
    Imported,

    /// <summary>Could be imported again.</summary>
    Exported,

    /// <summary>Encrypted by GELI, and the key has not been given.</summary>
    Locked,
}
