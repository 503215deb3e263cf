using System.Globalization;

namespace Burnin.Domain.Smart.Reading;

/// <summary>Numbers in text. What is too large for a number stays at the largest there is.</summary>
internal static class Numbers
{
    /// <summary>A thousand drives of a petabyte, a thousand times over.</summary>
    private const decimal MostGigabytes = 1e12m;

    /// <summary>The number that the text begins with, also in hex after 0x.</summary>
    /// <param name="text">May begin with blanks.</param>
    /// <param name="length">Characters up to its end; 0 where there is none.</param>
    public static long? First(ReadOnlySpan<char> text, out int length)
    {
        var start = text.Length - text.TrimStart().Length;
        var rest = text[start..];
        if (rest is ['0', 'x' or 'X', var digit, ..] && char.IsAsciiHexDigit(digit))
        {
            var count = CountHexDigits(rest[2..]);
            length = start + 2 + count;
            return ulong.TryParse(rest.Slice(2, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) && hex <= long.MaxValue
                ? (long)hex : long.MaxValue;
        }

        var sign = rest is ['-', ..] ? 1 : 0;
        var end = sign;
        while (end < rest.Length && char.IsAsciiDigit(rest[end]))
        {
            end++;
        }

        length = end > sign ? start + end : 0;
        return end > sign ? Saturated(rest[sign..end], sign == 1) : null;
    }

    public static long? First(ReadOnlySpan<char> text) => First(text, out _);

    public static int? FirstInt(ReadOnlySpan<char> text) => First(text) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;

    /// <summary>A text that is nothing but a number.</summary>
    public static long? Whole(ReadOnlySpan<char> text) => First(text, out var length) is { } number && text[length..].IsWhiteSpace() ? number : null;

    /// <summary>
    /// A number with marks between its digits as some country or other writes them: comma, point, quote, blank, and
    /// whatever an encoding has made of a blank. Ends at anything else.
    /// </summary>
    public static long? Marked(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart();
        Span<char> digits = stackalloc char[20];
        var count = 0;
        for (var i = 0; i < rest.Length && count < digits.Length; i++)
        {
            if (char.IsAsciiDigit(rest[i]))
            {
                digits[count++] = rest[i];
            }
            else if (!IsMark(rest[i]) || count == 0)
            {
                break;
            }
        }

        return count == 0 ? null : Saturated(digits[..count], isNegative: false);
    }

    /// <summary>Gigabytes with a fraction, as SAS drives count them; null where it is no number, or none that any drive reaches.</summary>
    public static decimal? Gigabytes(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= MostGigabytes ? number : null;

    private static bool IsMark(char character) => character is ',' or '.' or '\'' or ' ' or '_' or '-' || character > '\x7F';

    private static int CountHexDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiHexDigit(text[count]))
        {
            count++;
        }

        return count;
    }

    private static long Saturated(ReadOnlySpan<char> digits, bool isNegative) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (isNegative ? -number : number)
        : isNegative ? long.MinValue : long.MaxValue;
}
