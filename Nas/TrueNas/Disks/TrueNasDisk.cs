using System.Globalization;
using System.Text.Json;
using Burnin.Domain.Drives;

namespace Burnin.Nas.TrueNas.Disks;

/// <summary>A row of <c>disk.query</c>, in whatever release's words. Null is "not said".</summary>
internal sealed record TrueNasDisk
{
    /// <summary>The device now; it moves at every boot.</summary>
    public required string Name { get; init; }

    /// <summary>The key of its row, by which self-tests are started.</summary>
    public string? Identifier { get; init; }

    public required string Serial { get; init; }

    public string? Wwn { get; init; }

    public required string Model { get; init; }

    public long? SizeBytes { get; init; }

    public DriveMedium Medium { get; init; }

    public string? Pool { get; init; }

    /// <summary>Of the vdev it is or was a member of: never cleared.</summary>
    public string? ZfsGuid { get; init; }

    /// <summary>Where several paths lead to it: the device that joins them.</summary>
    public string? Multipath { get; init; }

    /// <summary>When the row of a disk that is gone will go.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Bay { get; init; }

    public bool IsNvme => Medium is DriveMedium.Nvme;

    /// <summary>Null for a row without a name, which is no disk that can be spoken of.</summary>
    public static TrueNasDisk? Read(JsonElement row) => row.Text("name") is not { Length: > 0 } name ? null : new TrueNasDisk
    {
        Name = name,
        Identifier = row.Text("identifier") is { Length: > 0 } identifier ? identifier : null,
        Serial = row.Text("serial")?.Trim() ?? "",
        Wwn = WwnOf(row.Text("lunid")),
        Model = ModelOf(row.Text("model")),
        SizeBytes = row.Whole("size"),
        Medium = MediumOf(name, row),
        Pool = row.Text("pool") is { Length: > 0 } pool ? pool : null,
        ZfsGuid = row.Text("zfs_guid") is { Length: > 0 } guid ? guid : null,
        Multipath = row.Text("devname") is { } device && device.StartsWith("multipath/", StringComparison.Ordinal) ? device : null,
        ExpiresAt = row.Moment("expiretime"),
        Bay = BayOf(row.Field("enclosure")),
    };

    private static string? WwnOf(string? lunid) =>
        lunid?.Trim().ToLowerInvariant() is { Length: 16 or 32 } digits && digits.All(char.IsAsciiHexDigit) ? $"0x{digits}" : null;

    /// <summary>udev puts underscores where blanks were; the vendor before it is of SCSI.</summary>
    private static string ModelOf(string? model) => (model ?? "").Replace('_', ' ').Trim();

    private static DriveMedium MediumOf(string name, JsonElement row) => row.Text("type")?.ToUpperInvariant() switch
    {
        _ when name.StartsWith("nv", StringComparison.Ordinal) => DriveMedium.Nvme,
        "HDD" => DriveMedium.Hdd,
        "SSD" => DriveMedium.Ssd,
        _ => DriveMedium.Unknown,
    };

    /// <summary>By enclosure and slot where there are several, as rows have it.</summary>
    private static string? BayOf(JsonElement? enclosure) => (enclosure?.Whole("number"), enclosure?.Whole("slot")) switch
    {
        ({ } number, { } slot) => string.Create(CultureInfo.InvariantCulture, $"{number}:{slot}"),
        (null, { } slot) => slot.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
