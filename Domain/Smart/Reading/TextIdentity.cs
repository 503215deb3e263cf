using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

internal static partial class TextIdentity
{
    private const string NotFound = "[No Information Found]";

    public static SmartProtocol? Protocol(TextLines lines) =>
        lines.Has("PCI Vendor") || lines.Has("Number of Namespaces:") || lines.Has("SMART/Health Information (NVMe") || lines.Has("Self-test Log (NVMe")
            || lines.Has("=== START OF SMART DATA SECTION") ? SmartProtocol.Nvme
        : lines.Value("Device Model") is not null || lines.Has("ATA Version is") || lines.Has("SMART Attributes Data Structure")
            || lines.Has("General SMART Values:") || lines.Has("SMART Self-test log structure") || lines.Has("SMART Extended Self-test Log") || lines.Has("ID# ATTRIBUTE_NAME")
            || lines.Value("SMART overall-health self-assessment test result") is not null ? SmartProtocol.Ata
        : lines.Value("Vendor") is not null || lines.Value("Product") is not null || OldScsi(lines) is not null
            || lines.Value("SMART Health Status") is not null || lines.Has("Error counter log:") || lines.Has("SMART Self-test log")
            || lines.Value("Elements in grown defect list") is not null || lines.Value("Current Drive Temperature") is not null || lines.Has("Background scan results log") || lines.Has("relative target port id =") ? SmartProtocol.Scsi
        : null;

    public static SmartIdentity Read(TextLines lines)
    {
        var scsi = OldScsi(lines);
        var (capacity, total) = Capacity(lines);
        var sectors = Sectors(lines);
        return new SmartIdentity
        {
            Model = Known(lines.Value("Device Model")) ?? Known(lines.Value("Model Number")) ?? ScsiModel(lines) ?? scsi?.Model,
            Family = Known(lines.Value("Model Family")),
            Serial = Known(lines.Value("Serial Number")) ?? Known(lines.Value("Serial number")),
            Wwn = AtaWwn(lines.Value("LU WWN Device Id")) ?? JsonIdentity.ScsiWwn(lines.Value("Logical Unit id")) ?? NvmeWwn(lines),
            Firmware = Known(lines.Value("Firmware Version")) ?? Known(lines.Value("Revision")) ?? scsi?.Firmware,
            CapacityBytes = capacity,
            NativeCapacityBytes = total is > 0 ? total : null,
            LogicalBlockBytes = sectors.Logical,
            PhysicalBlockBytes = sectors.Physical,
            RotationRpm = Rotation(lines.Value("Rotation Rate")),
            FormFactor = Known(lines.Value("Form Factor")),
            Zoned = lines.Value("Zoned Device")?.ToUpperInvariant() switch
            {
                "HOST AWARE ZONES" => "host_aware",
                "DEVICE MANAGED ZONES" => "device_managed",
                _ => null,
            },
            ProtectionType = Protection(lines),
            HasTrim = lines.Value("TRIM Command") is { } trim ? trim.StartsWith("Available", StringComparison.Ordinal) : null,
        };
    }

    private static string? Known(string? value) => value is null or NotFound ? null : value;

    private static string? ScsiModel(TextLines lines)
    {
        var (vendor, product) = (lines.Value("Vendor"), lines.Value("Product"));
        return vendor is null || product is null ? vendor ?? product : $"{vendor} {product}";
    }

    /// <summary>The one line of releases before 5.40.</summary>
    private static (string Model, string? Firmware)? OldScsi(TextLines lines) =>
        lines.Value("Device") is { } device && OldDevice().Match(device) is { Success: true } match
            ? (Blanks().Replace(match.Groups["model"].Value.Trim(), " "), match.Groups["version"].Value is { Length: > 0 } version ? version : null)
            : null;

    /// <summary>What the host sees, and what an NVMe controller has in all.</summary>
    private static (long? Capacity, long? Total) Capacity(TextLines lines)
    {
        var total = Numbers.Marked(lines.Value("Total NVM Capacity"));
        var user = lines.Value("User Capacity") is { } stated ? Numbers.Marked(stated)
            : lines.First("Namespace ", NamespaceSize()) is { } match ? Numbers.Marked(match.Groups["size"].ValueSpan)
            : null;
        return (user ?? total, total);
    }

    private static (int? Logical, int? Physical) Sectors(TextLines lines)
    {
        if (lines.Value("Sector Sizes") is { } sizes && SectorSizes().Match(sizes) is { Success: true } match)
        {
            return (Numbers.FirstInt(match.Groups["logical"].ValueSpan), Numbers.FirstInt(match.Groups["physical"].ValueSpan));
        }

        if (Numbers.FirstInt(lines.Value("Sector Size")) is { } both)
        {
            return (both, both);
        }

        var formatted = lines.First("Namespace ", FormattedSize());
        return (Numbers.FirstInt(lines.Value("Logical block size")) ?? Numbers.FirstInt(formatted?.Groups["size"].Value), Numbers.FirstInt(lines.Value("Physical block size")));
    }

    private static int? Rotation(string? rate) => rate is null ? null
        : rate.StartsWith("Solid State", StringComparison.OrdinalIgnoreCase) ? 0
        : Numbers.FirstInt(rate);

    private static int? Protection(TextLines lines) =>
        lines.First("Formatted with type", ProtectionType()) is { } match ? Numbers.FirstInt(match.Groups["type"].ValueSpan) : null;

    private static string? AtaWwn(string? id)
    {
        var digits = id?.Replace(" ", "", StringComparison.Ordinal);
        return digits is { Length: 16 } && digits.All(char.IsAsciiHexDigit) ? digits.ToLowerInvariant() : null;
    }

    private static string? NvmeWwn(TextLines lines) =>
        lines.First("Namespace ", Eui()) is { } match
            ? $"{match.Groups["oui"].Value}{match.Groups["id"].Value}" : null;

    [GeneratedRegex(@"^(?<model>\S.*?)\s+Version: (?<version>\S*)", RegexOptions.CultureInvariant)]
    private static partial Regex OldDevice();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^Namespace \d+ (?:Size/)?Capacity:\s+(?<size>\d.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceSize();

    [GeneratedRegex(@"^Namespace \d+ Formatted LBA Size:\s+(?<size>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex FormattedSize();

    [GeneratedRegex(@"^Namespace \d+ IEEE EUI-64:\s+(?<oui>[0-9a-f]{6}) (?<id>[0-9a-f]{10})", RegexOptions.CultureInvariant)]
    private static partial Regex Eui();

    [GeneratedRegex(@"^(?<logical>\d+) bytes logical, (?<physical>\d+) bytes physical", RegexOptions.CultureInvariant)]
    private static partial Regex SectorSizes();

    [GeneratedRegex(@"^Formatted with type (?<type>[123]) protection", RegexOptions.CultureInvariant)]
    private static partial Regex ProtectionType();
}
