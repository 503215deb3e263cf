using System.Globalization;

namespace Burnin.History.Sqlite;

/// <summary>Moments as the database keeps them: UTC, to the millisecond, of one width, so that text sorts as time does.</summary>
internal static class UtcText
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static string? Of(DateTimeOffset? moment) => moment is { } value ? Of(value) : null;

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateTimeOffset? ParseOptional(string? text) => text is null ? null : Parse(text);
}
