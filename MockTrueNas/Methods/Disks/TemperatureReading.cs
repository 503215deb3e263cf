using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary>Asks one drive, as the NAS does: by smartctl until 25.04, by the kernel's own sensor from then on.</summary>
internal static class TemperatureReading
{
    /// <param name="name">The device.</param>
    /// <param name="moment">Now.</param>
    /// <param name="powerMode">With any but NEVER, a drive that sleeps is left alone.</param>
    public static int? Of(string name, BoxMoment moment, string powerMode = "NEVER") =>
        moment.State.Faults.NoTemperatures || moment.Find(name) is not { } drive ? null
        : drive.IsAsleep && (powerMode != "NEVER" || !moment.Product.HasSmart) ? null
        : moment.Product.Release >= Release.TrueNas2510 && !drive.Model.HasKernelSensor ? null
        : moment.CelsiusOf(drive);

    /// <summary>Which drives an empty list of names means.</summary>
    public static IEnumerable<string> Watched(BoxMoment moment) =>
        moment.Rows.Where(drive => drive.IsInserted && drive.IsMonitored).Select(drive => drive.Name);
}
