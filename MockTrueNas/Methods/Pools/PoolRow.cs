using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Pools;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Pools;

/// <summary>A pool as <c>pool.query</c> shows it; one that is locked has no topology.</summary>
internal static class PoolRow
{
    private const long Size = 15_994_458_210_304;
    private const long Allocated = 1_234_567_168;

    public static JsonObject Of(Pool pool, BoxMoment moment)
    {
        var isOpen = pool.State is PoolState.Imported;
        var row = new JsonObject { ["id"] = pool.Id, ["name"] = pool.Name, ["guid"] = pool.Guid };

        if (moment.Product.Release < Release.Scale2310)
        {
            row["encrypt"] = pool.IsEncrypted ? 2 : 0;
            row["encryptkey"] = pool.IsEncrypted ? "5a1f0cb6-1d0e-4c7e-8d9b-0d6f5d0f9f11" : "";
            row["encryptkey_path"] = pool.IsEncrypted ? "/data/geli/5a1f0cb6-1d0e-4c7e-8d9b-0d6f5d0f9f11.key" : null;
            row["is_decrypted"] = isOpen;
        }

        row["path"] = $"/mnt/{pool.Name}";
        row["status"] = isOpen ? "ONLINE" : "OFFLINE";
        row["scan"] = isOpen ? Scan() : null;
        row["topology"] = isOpen ? PoolTopology.Of(pool, moment) : null;
        row["healthy"] = isOpen;
        row["status_detail"] = null;
        row["autotrim"] = new JsonObject { ["value"] = "off", ["rawvalue"] = "off", ["parsed"] = "off", ["source"] = "DEFAULT" };

        if (!moment.Product.IsCore)
        {
            row["warning"] = false;
            row["status_code"] = isOpen ? "OK" : null;
            row["expand"] = null;
            row["size"] = isOpen ? Size : null;
            row["allocated"] = isOpen ? Allocated : null;
            row["free"] = isOpen ? Size - Allocated : null;
            row["freeing"] = isOpen ? 0 : null;
            row["fragmentation"] = isOpen ? "0" : null;
        }

        return row;
    }

    private static JsonObject Scan() => new()
    {
        ["function"] = null,
        ["state"] = null,
        ["start_time"] = null,
        ["end_time"] = null,
        ["percentage"] = null,
        ["bytes_to_process"] = null,
        ["bytes_processed"] = null,
        ["errors"] = null,
        ["pause"] = null,
        ["total_secs_left"] = null,
    };
}
