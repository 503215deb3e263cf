using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>The information section of a SATA drive: who it is.</summary>
internal static class AtaIdentity
{
    public static void Write(Drive drive, BoxMoment moment, bool hasSettings, StringBuilder text, JsonObject report)
    {
        var model = drive.Model;
        text.Append("=== START OF INFORMATION SECTION ===\n")
            .Append(CultureInfo.InvariantCulture, $"Model Family:     {model.Family}\n")
            .Append(CultureInfo.InvariantCulture, $"Device Model:     {model.Name}\n")
            .Append(CultureInfo.InvariantCulture, $"Serial Number:    {drive.Serial}\n");

        if (drive.Lunid is { } lunid)
        {
            text.Append(CultureInfo.InvariantCulture, $"LU WWN Device Id: {lunid[..1]} {lunid[1..7]} {lunid[7..]}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Firmware Version: {model.Firmware}\n")
            .Append(CultureInfo.InvariantCulture, $"User Capacity:    {Capacity.Text(model.Bytes)}\n")
            .Append(model.IsFlash ? "Sector Size:      512 bytes logical/physical\n" : "Sector Sizes:     512 bytes logical, 4096 bytes physical\n")
            .Append(CultureInfo.InvariantCulture, $"Rotation Rate:    {(model.RotationRate is { } rate ? $"{rate} rpm" : "Solid State Device")}\n")
            .Append(CultureInfo.InvariantCulture, $"Form Factor:      {(model.IsFlash ? "2.5" : "3.5")} inches\n")
            .Append("Device is:        In smartctl database\n")
            .Append("ATA Version is:   ACS-3 T13/2161-D revision 5\n")
            .Append("SATA Version is:  SATA 3.2, 6.0 Gb/s (current: 6.0 Gb/s)\n")
            .Append(CultureInfo.InvariantCulture, $"Local Time is:    {TestCommand.Clock(moment.Now)} UTC\n")
            .Append("SMART support is: Available - device has SMART capability.\n")
            .Append("SMART support is: Enabled\n");

        if (hasSettings)
        {
            text.Append("AAM feature is:   Unavailable\n")
                .Append(drive.ApmLevel is { } level ? $"APM level is:     {ApmCommand.Words(level)}\n" : "APM feature is:   Unavailable\n")
                .Append("Rd look-ahead is: Enabled\nWrite cache is:   Enabled\nDSN feature is:   Unavailable\nATA Security is:  Unavailable\n");
        }

        text.Append('\n');
        AddJson(drive, moment, report);
    }

    private static void AddJson(Drive drive, BoxMoment moment, JsonObject report)
    {
        var model = drive.Model;
        report["model_family"] = model.Family;
        report["model_name"] = model.Name;
        report["serial_number"] = drive.Serial;

        if (drive.Lunid is { } lunid)
        {
            report["wwn"] = new JsonObject
            {
                ["naa"] = long.Parse(lunid[..1], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                ["oui"] = long.Parse(lunid[1..7], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                ["id"] = long.Parse(lunid[7..], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            };
        }

        report["firmware_version"] = model.Firmware;
        report["user_capacity"] = Capacity.Json(model);
        report["logical_block_size"] = model.LogicalBlockBytes;
        report["physical_block_size"] = model.IsFlash ? 512 : 4096;
        report["rotation_rate"] = model.RotationRate ?? 0;
        report["form_factor"] = new JsonObject { ["ata_value"] = model.IsFlash ? 3 : 2, ["name"] = model.IsFlash ? "2.5 inches" : "3.5 inches" };
        report["in_smartctl_database"] = true;
        report["ata_version"] = new JsonObject { ["string"] = "ACS-3 T13/2161-D revision 5", ["major_value"] = 2046, ["minor_value"] = 109 };
        report["sata_version"] = new JsonObject { ["string"] = "SATA 3.2", ["value"] = 255 };

        if (moment.Product.Smartctl != "7.2")
        {
            report["smart_support"] = new JsonObject { ["available"] = true, ["enabled"] = true };
        }
    }
}
