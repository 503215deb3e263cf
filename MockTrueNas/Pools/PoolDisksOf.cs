using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Pools;

/// <summary>Which device names the calls about pools give, each with its own blind spots.</summary>
internal static class PoolDisksOf
{
    public static IEnumerable<string> Boot(BoxMoment moment) =>
        moment.State.Pools.Where(pool => pool.IsBoot).SelectMany(pool => Names(pool, moment));

    /// <summary>Of the pools in the database; CORE finds the encrypted ones that are locked, and no disk without partitions.</summary>
    public static IEnumerable<string> Known(BoxMoment moment, int? id = null) =>
        moment.State.Pools
            .Where(pool => pool is { IsBoot: false, IsInDatabase: true, IsOnWholeDisks: false } && (id is null || pool.Id == id))
            .SelectMany(pool => Names(pool, moment));

    /// <summary>Of every pool that the kernel has, by whatever way it came there.</summary>
    public static IEnumerable<(string Disk, string Pool)> Imported(BoxMoment moment) => InState(PoolState.Imported, moment);

    public static IEnumerable<(string Disk, string Pool)> Exported(BoxMoment moment) => InState(PoolState.Exported, moment);

    private static IEnumerable<(string Disk, string Pool)> InState(PoolState state, BoxMoment moment) =>
        moment.State.Pools.Where(pool => pool.State == state).SelectMany(pool => Names(pool, moment).Select(name => (name, pool.Name)));

    private static IEnumerable<string> Names(Pool pool, BoxMoment moment) =>
        moment.Present.Where(drive => pool.Has(drive.Slot)).Select(drive => drive.Name);
}
