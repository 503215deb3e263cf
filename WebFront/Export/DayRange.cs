using System.Globalization;

namespace Burnin.WebFront.Export;

/// <summary>A period as an address says it: days in UTC, both of them whole, or exact moments.</summary>
internal static class DayRange
{
    private static readonly DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>The beginning of it. False where the text is neither a day nor a moment.</summary>
    public static bool TryFrom(string? text, out DateTimeOffset? from) => TryParse(text, daysOn: 0, out from);

    /// <summary>The end, which is no part of it: after the day that is named.</summary>
    public static bool TryTo(string? text, out DateTimeOffset? to) => TryParse(text, daysOn: 1, out to);

    private static bool TryParse(string? text, int daysOn, out DateTimeOffset? at)
    {
        at = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            at = new DateTimeOffset(day.AddDays(daysOn), TimeOnly.MinValue, TimeSpan.Zero);
            return true;
        }

        if (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var moment))
        {
            at = moment;
            return true;
        }

        return false;
    }
}
