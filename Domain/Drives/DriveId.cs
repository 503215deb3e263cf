using System.Globalization;
using System.Text;

namespace Burnin.Domain.Drives;

/// <summary>
/// Names one physical drive for ever: its serial, or its WWN where it has no serial. Device names move, this does not.
/// Safe in a URL and in a grain key: letters, digits, '-', '_' and '.' stand for themselves, all else is '~' and
/// two hex digits, or "~u" and four.
/// </summary>
public readonly record struct DriveId(string Value)
{
    public static DriveId OfSerial(string serial) => new(Escaped(serial));

    public static DriveId OfWwn(string wwn) => new($"wwn-{Escaped(wwn)}");

    /// <summary>A drive with neither serial nor WWN can be shown at its place, and never be written to.</summary>
    public static DriveId OfNameless(string nas, string deviceName) => new($"nameless-{Escaped(nas)}-{Escaped(deviceName)}");

    public override string ToString() => Value;

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            _ = char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' ? escaped.Append(character)
                : character <= 0xff ? escaped.Append(CultureInfo.InvariantCulture, $"~{(int)character:x2}")
                : escaped.Append(CultureInfo.InvariantCulture, $"~u{(int)character:x4}");
        }

        return escaped.ToString();
    }
}
