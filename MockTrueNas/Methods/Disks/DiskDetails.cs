using System.Globalization;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Pools;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary><c>disk.details</c> and <c>disk.get_used</c> (24.10+): by device, not by row; an import scan touches every disk each time.</summary>
internal static class DiskDetails
{
    public static ApiMethod Details { get; } = new("disk.details", Run) { Parameters = [new Parameter("data", IsRequired: false)], Role = "REPORTING_READ" };

    public static ApiMethod Used { get; } = new("disk.get_used", RunUsed)
    {
        Parameters = [new Parameter("join_partitions", IsRequired: false)],
        Role = "REPORTING_READ",
    };

    /// <summary>Disks without a size are in neither list.</summary>
    public static (JsonArray Used, JsonArray Unused) Rows(BoxMoment moment, bool joins)
    {
        var imported = PoolDisksOf.Imported(moment).ToDictionary(pair => pair.Disk, pair => pair.Pool);
        var exported = PoolDisksOf.Exported(moment).ToDictionary(pair => pair.Disk, pair => pair.Pool);
        var rows = moment.Present.Where(drive => drive.SizeBytes is not null).OrderBy(drive => DeviceOrder.KeyOf(drive.Name)).ToList();

        return (Of(isUsed: true), Of(isUsed: false));

        JsonArray Of(bool isUsed) => JsonReading.Array(rows
            .Where(drive => isUsed == (imported.ContainsKey(drive.Name) || exported.ContainsKey(drive.Name)))
            .Select(drive =>
            {
                var row = Row(drive, moment, joins);
                row["exported_zpool"] = exported.GetValueOrDefault(drive.Name);
                row["imported_zpool"] = imported.GetValueOrDefault(drive.Name);
                row["duplicate_serial"] = JsonReading.Texts(GetUnused.TwinsOf(drive, moment.Present));

                return (JsonNode)row;
            }));
    }

    private static ApiAnswer Run(ApiCall call)
    {
        var data = call.Object(0) ?? [];
        call.Box.Violations.Scanned("disk.details");
        var (used, unused) = Rows(call.Box.Look(), data["join_partitions"].AsFlag() is true);

        return (data["type"].AsText() ?? "BOTH") switch
        {
            "USED" => used,
            "UNUSED" => unused,
            "BOTH" => new JsonObject { ["used"] = used, ["unused"] = unused },
            _ => ApiAnswer.Wrong("data.type", "Input should be 'USED', 'UNUSED' or 'BOTH'"),
        };
    }

    private static ApiAnswer RunUsed(ApiCall call)
    {
        call.Box.Violations.Scanned("disk.get_used");

        return Rows(call.Box.Look(), call.Argument(0).AsFlag() is true).Used;
    }

    private static JsonObject Row(Drive drive, BoxMoment moment, bool joins)
    {
        var model = drive.Model;
        var product = moment.Product;
        var isNvme = model.Protocol is DriveProtocol.Nvme;

        return new JsonObject
        {
            ["name"] = drive.Name,
            ["devname"] = drive.Name,
            ["identifier"] = DriveIdentifier.Of(drive),
            ["sectorsize"] = model.LogicalBlockBytes,
            ["number"] = DeviceNames.Number(drive.Name, isFreeBsd: false),
            ["subsystem"] = DiskRow.Subsystem(drive, product),
            ["driver"] = isNvme ? "nvme" : "sd",
            ["hctl"] = isNvme ? "" : string.Create(CultureInfo.InvariantCulture, $"2:0:{drive.Slot}:0"),
            ["size"] = model.Bytes,
            ["mediasize"] = model.Bytes,
            ["vendor"] = isNvme ? null : model.Vendor,
            ["ident"] = drive.Serial,
            ["serial"] = drive.Serial,
            ["model"] = DiskRow.ModelName(drive, product),
            ["descr"] = DiskRow.ModelName(drive, product),
            ["lunid"] = drive.Lunid,
            ["bus"] = DiskRow.Bus(drive, product),
            ["type"] = DiskRow.Type(drive, product),
            ["blocks"] = model.Bytes / model.LogicalBlockBytes,
            ["serial_lunid"] = drive.Lunid is null ? null : $"{drive.Serial}_{drive.Lunid}",
            ["rotationrate"] = DiskRow.RotationRate(drive, product),
            ["stripesize"] = null,
            ["parts"] = new JsonArray(),
            ["dif"] = drive.Case is DriveCase.Protected,
            ["enclosure"] = isNvme ? new JsonObject() : new JsonObject { ["drive_bay_number"] = drive.Slot + 1, ["id"] = "5b0bd6d0a1002000" },
            ["partitions"] = joins ? GetUnused.PartitionsOf(drive, moment) : new JsonArray(),
        };
    }
}
