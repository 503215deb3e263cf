using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Methods.Disks;

namespace Burnin.MockTrueNas.Pools;

/// <summary>The vdevs of a pool, by role: two drives or more make a mirror, one stands alone.</summary>
internal static class PoolTopology
{
    public static JsonObject Of(Pool pool, BoxMoment moment) =>
        new(Enum.GetValues<VdevRole>().Select(role => KeyValuePair.Create(role.ToString().ToLowerInvariant(), (JsonNode?)Vdevs(pool, role, moment))));

    private static JsonArray Vdevs(Pool pool, VdevRole role, BoxMoment moment)
    {
        var disks = pool.Members.Where(member => member.Role == role)
            .Select(member => Disk(pool, moment.State.Drives.First(drive => drive.Slot == member.Slot), moment))
            .ToList();

        return role is VdevRole.Data && disks.Count > 1
            ? [
                new JsonObject
                {
                    ["name"] = "mirror-0",
                    ["type"] = "MIRROR",
                    ["path"] = null,
                    ["guid"] = SerialNumbers.Guid($"{pool.Guid}/mirror-0"),
                    ["status"] = disks.All(disk => (string)disk["status"]! == "ONLINE") ? "ONLINE" : "DEGRADED",
                    ["stats"] = Stats(),
                    ["children"] = new JsonArray([.. disks]),
                    ["unavail_disk"] = null,
                },
            ]
            : new JsonArray([.. disks]);
    }

    /// <summary>Device and disk are null where the NAS cannot map the path.</summary>
    private static JsonObject Disk(Pool pool, Drive drive, BoxMoment moment)
    {
        var isFreeBsd = moment.Product.IsCore;
        var partition = PartitionTable.Of(drive, moment).LastOrDefault();
        var uuid = SerialNumbers.Uuid($"partition/{drive.Serial}/{drive.Slot}/{partition?.Number}");
        var name = partition is null ? drive.Name : isFreeBsd ? $"gptid/{uuid}" : uuid;
        var path = partition is null || isFreeBsd ? $"/dev/{name}" : $"/dev/disk/by-partuuid/{uuid}";
        var isMapped = partition is not null && drive.IsInserted;

        return new JsonObject
        {
            ["name"] = name,
            ["type"] = "DISK",
            ["path"] = path,
            ["guid"] = pool.VdevGuid(drive.Slot),
            ["status"] = drive.IsInserted ? "ONLINE" : "UNAVAIL",
            ["stats"] = Stats(),
            ["children"] = new JsonArray(),
            ["device"] = isMapped ? partition!.NameOn(drive.Name, isFreeBsd) : null,
            ["disk"] = isMapped ? drive.Name : null,
            ["unavail_disk"] = drive.IsInserted ? null : DiskRow.Of(drive, moment),
        };
    }

    private static JsonObject Stats() => new()
    {
        ["timestamp"] = 0,
        ["read_errors"] = 0,
        ["write_errors"] = 0,
        ["checksum_errors"] = 0,
        ["ops"] = new JsonArray(0, 0, 0, 0, 0, 0, 0),
        ["bytes"] = new JsonArray(0, 0, 0, 0, 0, 0, 0),
    };
}
