using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Pools;

namespace Burnin.MockTrueNas.Hosts;

/// <summary><c>zpool status -LP</c> and <c>zdb -l</c> on a pretended host: what the kernel has imported, and what labels remember.</summary>
internal static class ZfsTools
{
    public static (int Exit, string Output) Zpool(BoxMoment moment, ImmutableArray<string> arguments)
    {
        if (arguments is not ["status", ..])
        {
            return (2, "");
        }

        var text = new StringBuilder();

        foreach (var pool in moment.State.Pools.Where(pool => pool.State is PoolState.Imported))
        {
            text.Append(CultureInfo.InvariantCulture, $"  pool: {pool.Name}\n state: ONLINE\nconfig:\n\n\tNAME          STATE     READ WRITE CKSUM\n\t{pool.Name,-13} ONLINE       0     0     0\n");

            foreach (var role in pool.Members.GroupBy(member => member.Role))
            {
                text.Append(role.Key switch
                {
                    VdevRole.Data when role.Count() > 1 => "\t  mirror-0    ONLINE       0     0     0\n",
                    VdevRole.Data => "",
                    VdevRole.Log => "\tlogs\n",
                    VdevRole.Cache => "\tcache\n",
                    VdevRole.Spare => "\tspares\n",
                    VdevRole.Special => "\tspecial\n",
                    VdevRole.Dedup => "\tdedup\n",
                });
                text.AppendJoin("", role.Select(member => moment.State.Drives.First(drive => drive.Slot == member.Slot))
                    .Select(drive => $"\t    {NodeOf(drive, moment)}  {(drive.IsInserted ? role.Key is VdevRole.Spare ? "AVAIL" : "ONLINE" : "UNAVAIL")}       0     0     0\n"));
            }

            text.Append("\nerrors: No known data errors\n\n");
        }

        return (0, text.Length == 0 ? "no pools available\n" : text.ToString());
    }

    /// <summary>Also of a pool that was exported; a former member has been cleaned.</summary>
    public static (int Exit, string Output) Zdb(BoxMoment moment, ImmutableArray<string> arguments)
    {
        if (arguments is not ["-l", var node])
        {
            return (2, "");
        }

        foreach (var drive in moment.Present)
        {
            if (moment.PoolOf(drive) is { IsEncrypted: false } pool && node == NodeOf(drive, moment))
            {
                return (0, $"------------------------------------\nLABEL 0 \n------------------------------------\n    version: 5000\n    name: '{pool.Name}'\n    state: {(pool.State is PoolState.Imported ? 0 : 1)}\n    pool_guid: {pool.Guid}\n    guid: {pool.VdevGuid(drive.Slot)}\n");
            }
        }

        return (2, "failed to unpack label 0\nfailed to unpack label 1\nfailed to unpack label 2\nfailed to unpack label 3\n");
    }

    private static string NodeOf(Drive drive, BoxMoment moment)
    {
        var partition = PartitionTable.Of(drive, moment).LastOrDefault();

        return $"/dev/{partition?.NameOn(drive.Name, moment.Product.IsCore) ?? drive.Name}";
    }
}
