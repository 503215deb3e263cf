using System.Globalization;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Systems;

/// <summary><c>system.info</c>: from 25.04 on its version is the short form.</summary>
internal static class SystemInfo
{
    private const long PhysicalMemory = 67_350_462_464;

    public static ApiMethod Method { get; } = new("system.info", Run) { Role = "READONLY_ADMIN" };

    private static ApiAnswer Run(ApiCall call)
    {
        var moment = call.Box.Look();
        var product = call.Product;
        var uptime = moment.Uptime;
        var info = new JsonObject
        {
            ["version"] = product.HasUserKeys ? product.ShortVersion : product.Version,
            ["buildtime"] = JsonReading.Date(DateTimeOffset.Parse(product.BuildDate, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
            ["hostname"] = call.Box.Options.Name,
            ["physmem"] = PhysicalMemory,
            ["model"] = "Intel(R) Xeon(R) Silver 4210 CPU @ 2.20GHz",
            ["cores"] = 20,
            ["loadavg"] = new JsonArray(0.31, 0.28, 0.27),
            ["uptime"] = string.Create(CultureInfo.InvariantCulture, $"{(uptime.Days > 0 ? $"{uptime.Days} days, " : "")}{uptime.Hours}:{uptime.Minutes:00}:{uptime.Seconds:00}.{uptime.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:000000}"),
            ["uptime_seconds"] = uptime.TotalSeconds,
            ["system_serial"] = SerialNumbers.Serial("A1-######", call.Box.Options.Name, -1),
            ["system_product"] = "Super Server",
            ["system_product_version"] = "0123456789",
            ["license"] = null,
            ["boottime"] = JsonReading.Date(moment.State.BootedAt),
            ["datetime"] = JsonReading.Date(moment.Now),
            ["timezone"] = "Europe/Zurich",
            ["system_manufacturer"] = "Supermicro",
            ["ecc_memory"] = true,
        };

        if (product.Release >= Release.Scale2212)
        {
            info.Insert(info.IndexOf("loadavg"), "physical_cores", 10);
        }

        if (product.Release < Release.Scale2410)
        {
            info.Insert(info.IndexOf("timezone"), "birthday", JsonReading.Date(moment.State.SwitchedOnAt.AddDays(-400)));
        }

        return info;
    }
}
