namespace Burnin.Domain.Messages;

/// <summary>When the daily report is due: from an hour of the clock on the wall on, once a day, whatever that clock does.</summary>
public static class ReportHour
{
    /// <summary>The day whose report is due; null where none is. A day that had its report has none again.</summary>
    public static DateOnly? Due(DateTimeOffset now, TimeZoneInfo zone, int hour, DateOnly last)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var today = DateOnly.FromDateTime(local.DateTime);
        return today > last && local.Hour >= hour ? today : null;
    }

    /// <summary>Where there never was a report: the last day that needs none.</summary>
    public static DateOnly Begin(DateTimeOffset now, TimeZoneInfo zone, int hour)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        return DateOnly.FromDateTime(local.DateTime).AddDays(local.Hour >= hour ? 0 : -1);
    }
}
