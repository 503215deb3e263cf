using System.Globalization;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>A size as smartctl tells it: in bytes with commas, and again in three digits.</summary>
internal static class Capacity
{
    private const double Thousand = 1000;

    public static string Text(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes [{Short(bytes)}]");

    public static string Short(double bytes)
    {
        string[] units = ["B", "KB", "MB", "GB", "TB", "PB"];
        var unit = 0;

        for (; bytes >= Thousand && unit < units.Length - 1; unit++)
        {
            bytes /= Thousand;
        }

        var digits = bytes switch
        {
            >= 100 => "0",
            >= 10 => "0.0",
            _ => "0.00",
        };

        return $"{bytes.ToString(digits, CultureInfo.InvariantCulture)} {units[unit]}";
    }

    public static JsonObject Json(DriveModel model) => new() { ["blocks"] = model.Bytes / model.LogicalBlockBytes, ["bytes"] = model.Bytes };
}
