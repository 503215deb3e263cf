using System.Globalization;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Pools;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary>
/// <c>disk.get_unused</c> in its four meanings. CORE: not boot, not in a pool of the database, and nothing is said of exported
/// pools. 22.12: raw rows of the database, exported ones with the pool's name. 23.10 and 24.04: the same, tidied. From 24.10 on:
/// neither imported nor exported.
/// </summary>
internal static class GetUnused
{
    public static ApiMethod Of(bool isPrivate) => new("disk.get_unused", Run)
    {
        Parameters = [new Parameter("join_partitions", IsRequired: false)],
        Role = "REPORTING_READ",
        IsPrivate = isPrivate,
    };

    private static ApiAnswer Run(ApiCall call)
    {
        var moment = call.Box.Look();
        var joins = call.Argument(0).AsFlag() is true;

        if (call.Product.Release >= Release.Scale2212)
        {
            call.Box.Violations.Scanned("disk.get_unused");
        }

        return call.Product.Release switch
        {
            < Release.Scale2212 => JsonReading.Array(OnCore(moment, call.Session, joins)),
            < Release.Scale2410 => JsonReading.Array(FromDatabase(moment, joins)),
            _ => DiskDetails.Rows(moment, joins).Unused,
        };
    }

    private static IEnumerable<JsonNode> OnCore(BoxMoment moment, Session session, bool joins)
    {
        var reserved = PoolDisksOf.Boot(moment).Concat(PoolDisksOf.Known(moment)).ToHashSet();

        foreach (var drive in moment.Rows.Where(drive => drive.ExpiresAt is null && !reserved.Contains(drive.Name)))
        {
            var row = DiskRow.Of(drive, moment, session);
            row["duplicate_serial"] = JsonReading.Texts(TwinsOf(drive, moment.Rows));

            if (joins)
            {
                row["partitions"] = PartitionsOf(drive, moment);
            }

            yield return row;
        }
    }

    private static IEnumerable<JsonNode> FromDatabase(BoxMoment moment, bool joins)
    {
        var isRaw = moment.Product.Release is Release.Scale2212;
        var imported = PoolDisksOf.Imported(moment).Select(pair => pair.Disk).ToHashSet();
        var exported = PoolDisksOf.Exported(moment).ToDictionary(pair => pair.Disk, pair => pair.Pool);

        foreach (var drive in moment.Rows.Where(drive => drive.ExpiresAt is null && !imported.Contains(drive.Name)))
        {
            if (!isRaw && drive.SizeBytes is null)
            {
                continue;
            }

            var row = DiskRow.Of(drive, moment);
            row.Remove("pool");
            row.Remove("supports_smart");
            row["enclosure"] = new JsonObject();
            row["passwd"] = "";
            row["kmip_uid"] = null;
            row["hddstandby"] = "Always On";
            row["advpowermgmt"] = "Disabled";

            if (isRaw)
            {
                row.Remove("enclosure");
                row["enclosure_slot"] = null;
                row["size"] = drive.SizeBytes?.ToString(CultureInfo.InvariantCulture) ?? "";
            }

            row["exported_zpool"] = exported.GetValueOrDefault(drive.Name);
            row["unsupported_md_devices"] = null;
            row["duplicate_serial"] = JsonReading.Texts(TwinsOf(drive, moment.Rows));

            if (joins || !isRaw)
            {
                row["partitions"] = joins ? PartitionsOf(drive, moment) : new JsonArray();
            }

            yield return row;
        }
    }

    /// <summary>By serial and lunid, as the product compares.</summary>
    public static IEnumerable<string> TwinsOf(Drive drive, IEnumerable<Drive> among) =>
        among.Where(other => other.Slot != drive.Slot && other.Serial == drive.Serial && other.Lunid == drive.Lunid).Select(other => other.Name);

    public static JsonArray PartitionsOf(Drive drive, BoxMoment moment) =>
        JsonReading.Array(PartitionTable.Of(drive, moment).Select(partition => (JsonNode)partition.Row(drive, moment.Product.IsCore)));
}
