using System.Collections.Immutable;
using System.Text.Json;

namespace Burnin.Nas.TrueNas.Disks;

/// <summary>Reads <c>pool.query</c>: which device is in which pool of the NAS's database.</summary>
internal static class PoolMembers
{
    private const string Devices = "/dev/";

    public static ImmutableDictionary<string, string> Of(JsonElement? pools)
    {
        var members = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var pool in pools?.Items() ?? [])
        {
            if (pool.Field("topology") is not { ValueKind: JsonValueKind.Object } topology)
            {
                continue;
            }

            foreach (var disk in topology.EnumerateObject().SelectMany(role => role.Value.Items()).SelectMany(DisksOf))
            {
                members[disk] = pool.Text("name") ?? "without a name";
            }
        }

        return members.ToImmutable();
    }

    private static IEnumerable<string> DisksOf(JsonElement vdev)
    {
        // A member that is a whole disk is not mapped by the product: then its path is the device.
        var path = vdev.Text("path") is { } text && text.StartsWith(Devices, StringComparison.Ordinal) ? text[Devices.Length..] : null;
        var disk = vdev.Text("disk") ?? (path?.Contains('/', StringComparison.Ordinal) == false ? path : null);
        return (disk is null ? [] : (IEnumerable<string>)[disk]).Concat(vdev.Items("children").SelectMany(DisksOf));
    }
}
