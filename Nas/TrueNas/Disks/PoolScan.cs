using System.Collections.Immutable;

namespace Burnin.Nas.TrueNas.Disks;

/// <summary>What the NAS said at one moment of who uses its disks, beside the pool that <c>disk.query</c> names. Where a look failed, nothing is free.</summary>
internal sealed record PoolScan
{
    /// <summary>A time stamp of the clock.</summary>
    public long BegunAt { get; init; }

    /// <summary>Which serial each device name had then.</summary>
    public ImmutableDictionary<string, string> Serials { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Devices that the NAS calls free, by name; null where it could not be asked.</summary>
    public ImmutableDictionary<string, DiskUse>? Free { get; init; }

    /// <summary>Devices that it calls used, with the pool; 24.10 and later.</summary>
    public ImmutableDictionary<string, DiskUse> Used { get; init; } = ImmutableDictionary<string, DiskUse>.Empty;

    public ImmutableHashSet<string> Boot { get; init; } = [];

    /// <summary>Devices with a partition under GELI; CORE only.</summary>
    public ImmutableHashSet<string> Encrypted { get; init; } = [];

    /// <summary>Pools of the database and the devices in their topology, also those that stand there by path alone.</summary>
    public ImmutableDictionary<string, string> Members { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Of looks that failed, a sentence each.</summary>
    public ImmutableArray<string> Failures { get; init; } = [];

    /// <summary>Whether it speaks of this disk: its name may have been another's then.</summary>
    public bool Covers(TrueNasDisk disk) => Serials.GetValueOrDefault(disk.Name) == disk.Serial;
}
