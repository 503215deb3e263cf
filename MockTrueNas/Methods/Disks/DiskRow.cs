using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Pools;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary>A disk as <c>disk.query</c> shows it: the fields came and went from release to release.</summary>
internal static class DiskRow
{
    private const int BaysOfAShelf = 24;

    /// <param name="drive">The drive.</param>
    /// <param name="moment">Now.</param>
    /// <param name="session">Some transports speak an older schema; null for the newest.</param>
    /// <param name="hasPools">Without this wish no disk has a pool, not even the boot disk.</param>
    public static JsonObject Of(Drive drive, BoxMoment moment, Session? session = null, bool hasPools = false)
    {
        var product = moment.Product;
        var row = new JsonObject
        {
            ["identifier"] = DriveIdentifier.Of(drive),
            ["name"] = drive.Name,
            ["subsystem"] = Subsystem(drive, product),
            ["number"] = DeviceNames.Number(drive.Name, product.IsCore),
            ["serial"] = drive.Serial,
        };

        if (product.Release > Release.Core120)
        {
            row["lunid"] = drive.Lunid;
        }

        row["size"] = drive.SizeBytes;

        if (product.IsCore)
        {
            row["multipath_name"] = drive.Case is DriveCase.Multipath ? "disk1" : "";
            row["multipath_member"] = drive.Case is DriveCase.Multipath ? "da98 da99" : "";
        }

        row["description"] = drive.Description;
        row["transfermode"] = "Auto";
        row["hddstandby"] = "ALWAYS ON";

        if (product.IsCore)
        {
            row["hddstandby_force"] = false;
        }

        row["advpowermgmt"] = "DISABLED";

        if (product.IsCore)
        {
            row["acousticlevel"] = "DISABLED";
        }

        if (product.HasSmart)
        {
            row["togglesmart"] = drive.IsMonitored;
            row["smartoptions"] = "";
        }

        row["expiretime"] = JsonReading.Date(drive.ExpiresAt);

        if (product.HasSmart)
        {
            row["critical"] = row["difference"] = row["informational"] = null;
        }

        row["model"] = ModelName(drive, product);
        row["rotationrate"] = RotationRate(drive, product);
        row["type"] = Type(drive, product);
        row["zfs_guid"] = ZfsGuid(drive, moment);

        if (product.Release > Release.Core120)
        {
            row["bus"] = Bus(drive, product);
        }

        row["devname"] = drive.Case is DriveCase.Multipath && product.IsCore ? "multipath/disk1" : drive.Name;
        row["enclosure"] = new JsonObject { ["number"] = drive.Slot / BaysOfAShelf, ["slot"] = (drive.Slot % BaysOfAShelf) + 1 };
        row["pool"] = hasPools ? PoolName(drive, moment) : null;

        if (product is { IsCore: false, HasSmart: true })
        {
            row["supports_smart"] = null;
        }

        if (product.Release >= Release.TrueNas260 && session is null or { Transport: not Transport.Ddp, ApiVersion: null or "v26.0.0" })
        {
            row["sed"] = false;
        }

        return row;
    }

    public static string Subsystem(Drive drive, Product product) => product.IsCore ? DeviceNames.Driver(drive, isFreeBsd: true)
        : drive.Model.Protocol is DriveProtocol.Nvme ? "nvme" : "scsi";

    /// <summary>udev puts underscores where blanks were; CORE has the vendor before it.</summary>
    public static string ModelName(Drive drive, Product product) =>
        product.IsCore && drive.Model is { Protocol: DriveProtocol.Sas } or { IsUsb: true, Vendor: "Generic-" } && product.IsCore ? $"{drive.Model.Vendor} {drive.Model.Name}"
        : product.IsCore || drive.Model.Protocol is DriveProtocol.Nvme ? drive.Model.Name
        : drive.Model.Name.Replace(' ', '_');

    public static string Bus(Drive drive, Product product) => (product.IsCore, drive.Model) switch
    {
        (_, { IsUsb: true }) => "USB",
        (true, { Protocol: DriveProtocol.Nvme }) => "UNKNOWN",
        (true, _) => DeviceNames.Driver(drive, isFreeBsd: true) == "ada" ? "AHCICH" : "MPR",
        (false, { Protocol: DriveProtocol.Nvme }) => product.Release >= Release.TrueNas2504 ? "NVME" : "UNKNOWN",
        (false, { Protocol: DriveProtocol.Sas }) => "SCSI",
        (false, _) => "ATA",
    };

    /// <summary>A card reader has been seen on CORE whose rate was a word; Linux gives such a disk none, and calls it a hard disk.</summary>
    public static JsonNode? RotationRate(Drive drive, Product product) =>
        drive.Case is DriveCase.UnknownRotation ? product.IsCore ? "unknown" : null : drive.Model.RotationRate;

    public static string Type(Drive drive, Product product) =>
        drive.Case is DriveCase.UnknownRotation ? product.IsCore ? "UNKNOWN" : "HDD" : drive.Model.IsFlash ? "SSD" : "HDD";

    /// <summary>Remembered for ever: neither an export nor the end of a pool clears it.</summary>
    private static string? ZfsGuid(Drive drive, BoxMoment moment) => moment.PoolOf(drive) switch
    {
        { IsBoot: true } or { IsOnWholeDisks: true } or { IsEncrypted: true, IsInDatabase: false } => null,
        { } pool => pool.VdevGuid(drive.Slot),
        null => drive.Case is DriveCase.FormerMember ? SerialNumbers.Guid($"former/{drive.Serial}") : null,
    };

    private static string? PoolName(Drive drive, BoxMoment moment) =>
        moment.PoolOf(drive) is { State: PoolState.Imported, IsOnWholeDisks: false } pool && drive.IsInserted ? pool.Name : null;
}
