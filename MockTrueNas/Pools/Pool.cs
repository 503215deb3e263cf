using System.Collections.Immutable;

namespace Burnin.MockTrueNas.Pools;

/// <summary>A pool of ZFS.</summary>
internal sealed record Pool
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required string Guid { get; init; }

    public required ImmutableArray<PoolMember> Members { get; init; }

    public PoolState State { get; init; } = PoolState.Imported;

    public bool IsBoot { get; init; }

    /// <summary>False for a pool that somebody imported in a shell: the NAS's own list does not have it.</summary>
    public bool IsInDatabase { get; init; } = true;

    /// <summary>True where the members are disks without partitions.</summary>
    public bool IsOnWholeDisks { get; init; }

    public bool IsEncrypted { get; init; }

    public bool Has(int slot) => Members.Any(member => member.Slot == slot);

    /// <summary>What ZFS calls the vdev of one drive.</summary>
    public string VdevGuid(int slot) => Drives.SerialNumbers.Guid($"{Guid}/{slot}");
}
