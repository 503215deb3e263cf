using System.Collections.Immutable;
using Burnin.Domain.Drives;

namespace Burnin.Nas.TrueNas.Disks;

/// <summary>
/// What speaks against writing to a disk, by all that the API says, pure. No call sees everything, so each counts, and what
/// was not answered counts as in use. The host is asked besides, right before the first byte: neither alone is enough.
/// </summary>
internal static class DiskUses
{
    /// <param name="disk">As it is now.</param>
    /// <param name="scan">Null: nobody has been asked yet.</param>
    public static ImmutableArray<InUseFact> Of(TrueNasDisk disk, PoolScan? scan) => scan?.Covers(disk) == true
        ? [.. FactsOf(disk, scan).Distinct()]
        : [.. FactsOf(disk, new PoolScan()), new InUseFact("unknown", $"The NAS has not said yet who uses {disk.Name}.")];

    private static IEnumerable<InUseFact> FactsOf(TrueNasDisk disk, PoolScan scan)
    {
        var name = disk.Name;
        var use = scan.Free?.GetValueOrDefault(name) ?? scan.Used.GetValueOrDefault(name);
        if (scan.Boot.Contains(name) || disk.Pool is "boot-pool" or "freenas-boot")
        {
            yield return new InUseFact("boot", $"{name} is a boot disk of the NAS.");
        }
        else if ((disk.Pool ?? use?.ImportedPool ?? scan.Members.GetValueOrDefault(name)) is { } pool)
        {
            yield return new InUseFact("pool", $"{name} belongs to the pool {pool}.");
        }
        else if (use?.ExportedPool is { } exported)
        {
            yield return new InUseFact("pool", $"{name} belongs to the exported pool {exported}. Import it, or wipe the disk on the NAS.");
        }
        else if (scan.Encrypted.Contains(name))
        {
            yield return new InUseFact("holder", $"{name} is encrypted by GELI, so it is, or was, in a pool that is locked.");
        }
        else if (scan.Free is not null && use is null)
        {
            yield return new InUseFact("unknown", $"The NAS does not call {name} free, and does not say who uses it.");
        }

        foreach (var failure in scan.Failures)
        {
            yield return new InUseFact("unknown", failure);
        }

        if (use?.RaidDevices is { } raid)
        {
            yield return new InUseFact("holder", $"{name} is held by {raid}.");
        }

        if (disk.Multipath is { } multipath)
        {
            yield return new InUseFact("holder", $"{name} is a path to {multipath}.");
        }

        if (use?.Twins is { IsEmpty: false } twins)
        {
            yield return new InUseFact("duplicate_serial", $"{name} reports the same serial {disk.Serial} as {string.Join(", ", twins)}.");
        }

        if (use?.Partitions is { IsEmpty: false } partitions)
        {
            yield return new InUseFact("partitions", $"{name} has partitions: {string.Join(", ", partitions)}.");
        }

        if (disk.ZfsGuid is { } guid && disk.Pool is null)
        {
            yield return new InUseFact("signature", $"The NAS remembers {name} as a member of a pool (vdev {guid}), which may be exported.");
        }

        if (disk.ExpiresAt is not null)
        {
            yield return new InUseFact("unknown", $"The NAS says that {name} is gone.");
        }
    }
}
