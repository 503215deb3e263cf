using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Pools;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary><c>disk.get_encrypted</c> (CORE): partitions under GELI; with <c>unused</c>, those that no known pool claims.</summary>
internal static class GetEncrypted
{
    public static ApiMethod Method { get; } = new("disk.get_encrypted", Run) { Parameters = [new Parameter("options", IsRequired: false)] };

    private static ApiAnswer Run(ApiCall call)
    {
        var moment = call.Box.Look();
        var isUnused = call.Object(0)?["unused"].AsFlag() is true;
        var claimed = isUnused ? PoolDisksOf.Boot(moment).Concat(PoolDisksOf.Known(moment)).ToHashSet() : [];
        var rows =
            from drive in moment.Present
            where moment.PoolOf(drive) is { IsEncrypted: true } && !claimed.Contains(drive.Name)
            from partition in PartitionTable.Of(drive, moment)
            where partition.Type == PartitionType.ZfsOnFreeBsd
            select (JsonNode)new JsonObject
            {
                ["name"] = partition.NameOn(drive.Name, isFreeBsd: true),
                ["dev"] = $"gptid/{SerialNumbers.Uuid($"partition/{drive.Serial}/{drive.Slot}/{partition.Number}")}",
                ["disk"] = drive.Name,
            };

        return JsonReading.Array(rows);
    }
}
