using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>Who the drive is: SCSI changed its keys in 7.3 and again in 7.5, so all of them are tried.</summary>
internal static partial class JsonIdentity
{
    public static SmartIdentity Read(JsonElement json)
    {
        var space = json.At("nvme_namespaces").Items().FirstOrDefault(item => item.IsObject());
        return new SmartIdentity
        {
            Model = json.At("model_name").Text() ?? json.At("scsi_model_name").Text() ?? ScsiModel(json),
            Family = json.At("model_family").Text(),
            Serial = json.At("serial_number").Text(),
            Wwn = AtaWwn(json.At("wwn")) ?? ScsiWwn(json.At("logical_unit_id").Text()) ?? NvmeWwn(space.At("eui64")),
            Firmware = json.At("firmware_version").Text() ?? json.At("scsi_revision").Text() ?? json.At("revision").Text(),
            CapacityBytes = json.At("user_capacity", "bytes").Number() ?? space.At("capacity", "bytes").Number() ?? json.At("nvme_total_capacity").Number(),
            NativeCapacityBytes = json.At("nvme_total_capacity").Number() is > 0 and var total ? total : null,
            LogicalBlockBytes = json.At("logical_block_size").Int(),
            PhysicalBlockBytes = json.At("physical_block_size").Int(),
            RotationRpm = json.At("rotation_rate").Int(),
            FormFactor = json.At("form_factor", "name").Text(),
            Zoned = json.At("zoned_device", "capabilities").Text(),
            ProtectionType = json.At("scsi_protection_type").Int(),
            HasTrim = json.At("trim", "supported").Flag(),
        };
    }

    /// <summary>Errors may be glued to it, and some devices have another kind of name there.</summary>
    public static string? ScsiWwn(string? logicalUnit) =>
        logicalUnit is not null && Naa().Match(logicalUnit) is { Success: true } match ? match.Groups["id"].Value.ToLowerInvariant() : null;

    private static string? ScsiModel(JsonElement json)
    {
        var vendor = json.At("scsi_vendor").Text() ?? json.At("vendor").Text();
        var product = json.At("scsi_product").Text() ?? json.At("product").Text();
        return vendor is null || product is null ? vendor ?? product : $"{vendor} {product}";
    }

    private static string? AtaWwn(JsonElement wwn) =>
        (wwn.At("naa").Number(), wwn.At("oui").Number(), wwn.At("id").Number()) is ({ } naa, { } oui, { } id)
            ? string.Create(CultureInfo.InvariantCulture, $"{naa & 0xF:x1}{oui & 0xFF_FFFF:x6}{id & 0xF_FFFF_FFFF:x9}")
            : null;

    private static string? NvmeWwn(JsonElement eui) =>
        (eui.At("oui").Number(), eui.At("ext_id").Number()) is ({ } oui, { } id)
            ? string.Create(CultureInfo.InvariantCulture, $"{oui & 0xFF_FFFF:x6}{id & 0xFF_FFFF_FFFF:x10}")
            : null;

    [GeneratedRegex("^(?:0x)?(?<id>[0-9a-fA-F]{16})(?![0-9a-fA-F])", RegexOptions.CultureInvariant)]
    private static partial Regex Naa();
}
