using System.Collections.Immutable;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Pools;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Boxes;

/// <summary>A box as it stands at one instant: everything that depends on the time is read from here.</summary>
internal sealed record BoxMoment(Product Product, BoxState State, DateTimeOffset Now, double SpeedUp)
{
    /// <summary>Since the last boot, as the box feels it.</summary>
    public TimeSpan Uptime => (Now - State.BootedAt) * SpeedUp;

    public IEnumerable<Drive> Present => State.Drives.Where(drive => drive.IsInserted);

    /// <summary>The rows of the NAS's database: drives with one identifier share one, and the last found wins it.</summary>
    public ImmutableArray<Drive> Rows =>
    [
        .. State.Drives
            .Where(drive => drive.IsInserted || drive.ExpiresAt > Now)
            .GroupBy(DriveIdentifier.Of)
            .Select(twins => twins.OrderBy(drive => drive.IsInserted).ThenBy(drive => DeviceOrder.KeyOf(drive.Name)).Last())
            .OrderBy(drive => DeviceOrder.KeyOf(drive.Name)),
    ];

    public Drive? Find(string name) => Present.FirstOrDefault(drive => drive.Name == name);

    public Drive? FindByIdentifier(string identifier) => Rows.FirstOrDefault(drive => DriveIdentifier.Of(drive) == identifier);

    public int PowerOnHoursOf(Drive drive, DateTimeOffset at) =>
        drive.PowerOnHours + (int)((at - State.SwitchedOnAt) * SpeedUp).TotalHours;

    public int PowerOnHoursOf(Drive drive) => PowerOnHoursOf(drive, Now);

    /// <summary>What the drive itself measures; null where it cannot.</summary>
    public int? CelsiusOf(Drive drive) => drive.Case is DriveCase.Sensorless or DriveCase.UnknownRotation ? null : Thermometer.Read(drive, this);

    public Pool? PoolOf(Drive drive) => State.Pools.FirstOrDefault(pool => pool.Has(drive.Slot));
}
