using System.Collections.Immutable;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Pools;

namespace Burnin.MockTrueNas.Drives;

/// <summary>What is written on a drive, as far as partitions tell.</summary>
internal static class PartitionTable
{
    private const long Mebibyte = 1L << 20;
    private const long Swap = 2L << 30;

    public static ImmutableArray<Partition> Of(Drive drive, BoxMoment moment)
    {
        var product = moment.Product;
        var zfs = product.IsCore ? PartitionType.ZfsOnFreeBsd : PartitionType.ZfsOnLinux;

        return (drive.Case, moment.PoolOf(drive)) switch
        {
            (_, { IsOnWholeDisks: true }) => [],
            (_, { IsBoot: true }) => Laid(drive, (1, PartitionType.BiosBoot, Mebibyte), (2, PartitionType.Efi, 512 * Mebibyte), (3, zfs, 0)),
            (_, { } pool) when product.PartitionsSwap && HasSwap(drive, pool) => Laid(drive, (1, PartitionType.SwapOnFreeBsd, Swap), (2, zfs, 0)),
            (_, { }) => Laid(drive, (1, zfs, 0)),
            (DriveCase.Swap, _) => Laid(drive, (1, product.IsCore ? PartitionType.SwapOnFreeBsd : PartitionType.SwapOnLinux, Swap)),
            (DriveCase.Foreign, _) => Laid(drive, (1, PartitionType.LinuxData, 0)),
            _ => [],
        };
    }

    /// <summary>Only data and spare disks get one.</summary>
    private static bool HasSwap(Drive drive, Pool pool) =>
        pool.Members.First(member => member.Slot == drive.Slot).Role is VdevRole.Data or VdevRole.Spare;

    /// <summary>One after the other; a size of 0 takes what is left.</summary>
    private static ImmutableArray<Partition> Laid(Drive drive, params ReadOnlySpan<(int Number, string Type, long Size)> wanted)
    {
        var partitions = ImmutableArray.CreateBuilder<Partition>();
        var start = Mebibyte;

        foreach (var (number, type, size) in wanted)
        {
            var taken = size == 0 ? drive.Model.Bytes - start - Mebibyte : size;
            partitions.Add(new Partition(number, type, start, taken));
            start += taken;
        }

        return partitions.ToImmutable();
    }
}
