using System.Globalization;

namespace Burnin.WebFront.Export;

/// <summary>Values as every export writes them.</summary>
internal static class ExportText
{
    /// <summary>ISO 8601 with its offset: whoever opens the file elsewhere reads the same moment.</summary>
    public static string Moment(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "";

    public static string Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
