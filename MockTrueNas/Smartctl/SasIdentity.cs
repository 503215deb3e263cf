using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>The information section of a SAS drive: its names have other keys before 7.3.</summary>
internal static class SasIdentity
{
    public static void Write(Drive drive, BoxMoment moment, StringBuilder text, JsonObject report)
    {
        var model = drive.Model;
        text.Append("=== START OF INFORMATION SECTION ===\n")
            .Append(CultureInfo.InvariantCulture, $"Vendor:               {model.Vendor}\n")
            .Append(CultureInfo.InvariantCulture, $"Product:              {model.Name}\n")
            .Append(CultureInfo.InvariantCulture, $"Revision:             {model.Firmware}\nCompliance:           SPC-4\n")
            .Append(CultureInfo.InvariantCulture, $"User Capacity:        {Capacity.Text(model.Bytes)}\n")
            .Append(CultureInfo.InvariantCulture, $"Logical block size:   {model.LogicalBlockBytes} bytes\nPhysical block size:  4096 bytes\n");

        if (drive.Case is DriveCase.Protected)
        {
            text.Append("Formatted with type 2 protection\n8 bytes of protection information per logical block\n");
        }

        text.Append("LU is fully provisioned\n")
            .Append(CultureInfo.InvariantCulture, $"Rotation Rate:        {model.RotationRate} rpm\nForm Factor:          3.5 inches\n")
            .Append(CultureInfo.InvariantCulture, $"Logical Unit id:      0x{drive.Lunid}\nSerial number:        {drive.Serial}\n")
            .Append("Device type:          disk\nTransport protocol:   SAS (SPL-4)\n")
            .Append(CultureInfo.InvariantCulture, $"Local Time is:        {TestCommand.Clock(moment.Now)} UTC\n")
            .Append("SMART support is:     Available - device has SMART capability.\nSMART support is:     Enabled\nTemperature Warning:  Enabled\n\n");

        var prefix = moment.Product.Smartctl == "7.2" ? "" : "scsi_";
        report[$"{prefix}vendor"] = model.Vendor;
        report[$"{prefix}product"] = model.Name;
        report[$"{prefix}model_name"] = $"{model.Vendor} {model.Name}";
        report[$"{prefix}revision"] = model.Firmware;
        report["scsi_version"] = "SPC-4";
        report["user_capacity"] = Capacity.Json(model);
        report["logical_block_size"] = model.LogicalBlockBytes;
        report["physical_block_size"] = 4096;
        report["rotation_rate"] = model.RotationRate;
        report["form_factor"] = new JsonObject { ["scsi_value"] = 2, ["name"] = "3.5 inches" };

        if (prefix.Length > 0)
        {
            report["logical_unit_id"] = $"0x{drive.Lunid}";
        }

        report["serial_number"] = drive.Serial;
        report["device_type"] = new JsonObject { ["scsi_value"] = 0, ["name"] = "disk" };

        if (prefix.Length > 0)
        {
            report["scsi_transport_protocol"] = new JsonObject { ["name"] = "SAS (SPL-4)", ["value"] = 6 };
            report["smart_support"] = new JsonObject { ["available"] = true, ["enabled"] = true };
        }
    }
}
