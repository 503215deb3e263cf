using System.Globalization;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Drives;

/// <summary>A partition of a drive, in bytes.</summary>
internal sealed record Partition(int Number, string Type, long Start, long Size)
{
    public JsonObject Row(Drive drive, bool isFreeBsd)
    {
        var name = NameOn(drive.Name, isFreeBsd);
        var sector = drive.Model.LogicalBlockBytes;

        return new JsonObject
        {
            ["name"] = name,
            ["partition_type"] = Type,
            ["partition_number"] = Number,
            ["partition_uuid"] = SerialNumbers.Uuid($"partition/{drive.Serial}/{drive.Slot}/{Number}"),
            ["disk"] = drive.Name,
            ["start_sector"] = Start / sector,
            ["start"] = Start,
            ["end_sector"] = ((Start + Size) / sector) - 1,
            ["end"] = Start + Size - sector,
            ["size"] = Size,
            ["id"] = name,
            ["path"] = $"/dev/{name}",
            ["encrypted_provider"] = null,
        };
    }

    /// <summary>sda1, nvme0n1p1, da0p1.</summary>
    public string NameOn(string disk, bool isFreeBsd) =>
        string.Create(CultureInfo.InvariantCulture, $"{disk}{(isFreeBsd || char.IsAsciiDigit(disk[^1]) ? "p" : "")}{Number}");
}
