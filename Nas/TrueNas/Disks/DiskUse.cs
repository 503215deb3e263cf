using System.Collections.Immutable;
using System.Text.Json;

namespace Burnin.Nas.TrueNas.Disks;

/// <summary>What <c>disk.get_unused</c> or <c>disk.details</c> says of one device.</summary>
internal sealed record DiskUse
{
    public required string Name { get; init; }

    public string? ImportedPool { get; init; }

    public string? ExportedPool { get; init; }

    /// <summary>Devices of the kernel's own RAID that hold it, which the product does not support.</summary>
    public string? RaidDevices { get; init; }

    /// <summary>Other devices with the same serial and WWN.</summary>
    public ImmutableArray<string> Twins { get; init; } = [];

    /// <summary>Each with what it is for, where the type says: <c>sda1 (swap)</c>.</summary>
    public ImmutableArray<string> Partitions { get; init; } = [];

    public static DiskUse? Read(JsonElement row) => row.Text("name") is not { Length: > 0 } name ? null : new DiskUse
    {
        Name = name,
        ImportedPool = row.Text("imported_zpool"),
        ExportedPool = row.Text("exported_zpool"),
        RaidDevices = row.Field("unsupported_md_devices") is { } devices && devices.Items().Any() ? string.Join(", ", devices.Items()) : null,
        Twins = [.. row.Items("duplicate_serial").Where(twin => twin.ValueKind == JsonValueKind.String).Select(twin => twin.GetString()!)],
        Partitions = [.. row.Items("partitions").Select(WordsOf)],
    };

    private static string WordsOf(JsonElement partition)
    {
        var name = partition.Text("name") ?? "one without a name";
        return KindOf(partition.Text("partition_type")) is { } kind ? $"{name} ({kind})" : name;
    }

    private static string? KindOf(string? type) => type?.ToLowerInvariant() switch
    {
        "6a898cc3-1dd2-11b2-99a6-080020736631" or "516e7cba-6ecf-11d6-8ff8-00022d09712b" => "ZFS",
        "516e7cb5-6ecf-11d6-8ff8-00022d09712b" or "0657fd6d-a4ab-43c4-84e5-0933c84b4f4f" => "swap",
        "21686148-6449-6e6f-744e-656564454649" => "BIOS boot",
        "c12a7328-f81f-11d2-ba4b-00a0c93ec93b" => "EFI",
        _ => null,
    };
}
