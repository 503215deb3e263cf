using System.Text.Json;

namespace Burnin.Domain.Smart.Reading;

/// <summary>The link: what it counts as errors, and how fast it is.</summary>
internal static class JsonPhy
{
    private const string SasPort = "scsi_sas_port_";

    public static IEnumerable<PhyCounter> Sata(JsonElement json) =>
        from row in json.At("sata_phy_event_counters", "table").Items()
        where row.At("id").Int() is not null && row.At("value").Number() is not null
        select new PhyCounter("sata", row.At("id").Int(), row.At("name").Text() ?? "", row.At("value").Number()!.Value);

    public static IEnumerable<PhyCounter> Sas(JsonElement json) => json.ValueKind is not JsonValueKind.Object ? [] :
        from port in json.EnumerateObject()
        where port.Name.StartsWith(SasPort, StringComparison.Ordinal) && port.Value.IsObject()
        from phy in port.Value.EnumerateObject()
        where phy.Name.StartsWith("phy_", StringComparison.Ordinal) && phy.Value.IsObject()
        from counter in phy.Value.EnumerateObject()
        let name = SasCounters.NameOf(counter.Name)

        // The phy's event descriptors repeat the four counters under names of their own.
        where name is not null && !counter.Name.EndsWith("_2", StringComparison.Ordinal) && counter.Value.Number() is not null
        select new PhyCounter(
            $"port {port.Value.At("relative_target_port_id").Int() ?? Numbers.FirstInt(port.Name.AsSpan(SasPort.Length))} phy {phy.Value.At("identifier").Int() ?? Numbers.FirstInt(phy.Name.AsSpan(4))}",
            null, name, counter.Value.Number()!.Value);

    public static LinkSpeed? Speed(JsonElement json)
    {
        var speed = json.At("interface_speed");
        return speed.IsObject() ? new LinkSpeed(Megabits(speed.At("max")), Megabits(speed.At("current")))
            : SasSpeed(json) is { } agreed ? new LinkSpeed(null, agreed)
            : null;
    }

    private static int? Megabits(JsonElement speed) =>
        (speed.At("units_per_second").Number(), speed.At("bits_per_unit").Number()) is ( > 0 and < 100_000 and var units, > 0 and <= 1_000_000_000 and var bits)
            ? (int?)(units * bits / 1_000_000)
            : TextPhy.Megabits(speed.At("string").Text());

    private static int? SasSpeed(JsonElement json) => json.ValueKind is not JsonValueKind.Object ? null :
        (from port in json.EnumerateObject()
         where port.Name.StartsWith(SasPort, StringComparison.Ordinal) && port.Value.IsObject()
         from phy in port.Value.EnumerateObject()
         where phy.Value.IsObject()
         from rate in phy.Value.EnumerateObject()
         where SasCounters.IsSpeed(rate.Name)
         select TextPhy.Megabits(rate.Value.Text())).Max();
}
