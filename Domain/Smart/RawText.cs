using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Burnin.Domain.Smart.Reading;

namespace Burnin.Domain.Smart;

/// <summary>
/// The shapes in which smartctl words a raw value: <c>17</c>, <c>0x11</c>, <c>17 (90 0)</c>, <c>17/95910010</c>,
/// <c>2 2 3181</c>, <c>36 (Min/Max 20/45)</c>, <c>894h+40m+00.000s</c>.
/// </summary>
internal sealed partial record RawText
{
    /// <summary>The first in the text; null where it begins with none.</summary>
    public long? Number { get; private init; }

    /// <summary>Nothing but one number.</summary>
    public bool IsPlain { get; private init; }

    public bool IsRatio { get; private init; }

    public bool IsTriplet => Words.Length == 3;

    /// <summary>The numbers of a text that is nothing but three.</summary>
    public ImmutableArray<long> Words { get; private init; } = [];

    /// <summary>How many bare numbers follow in parentheses.</summary>
    public int Extras { get; private init; }

    /// <summary>The low word, with the upper two behind it in parentheses.</summary>
    public bool IsLargeCount => LargeCount is not null;

    public long? LargeCount { get; private init; }

    public static RawText Of(string? text, long? raw)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new RawText { Number = raw, IsPlain = raw is not null };
        }

        var number = Numbers.First(text, out var length);
        var rest = text.AsSpan(length).Trim();
        if (rest.IsEmpty)
        {
            return new RawText { Number = number, IsPlain = number is not null };
        }

        if (number is null)
        {
            return new RawText();
        }

        if (Behind().Match(text) is { Success: true } behind)
        {
            var words = behind.Groups["word"].Captures;
            return new RawText
            {
                Number = number,
                Extras = words.Count,
                LargeCount = words.Count == 2 && number <= 0xFFFF ? number + (Word(words[1].ValueSpan) << 16) + (Word(words[0].ValueSpan) << 32) : null,
            };
        }

        return Three().Match(text) is { Success: true } three
            ? new RawText { Number = number, Words = [.. three.Groups["word"].Captures.Select(word => Word(word.ValueSpan))] }
            : new RawText { Number = number, IsRatio = Ratio().IsMatch(text) };
    }

    private static long Word(ReadOnlySpan<char> digits) => Numbers.First(digits, out _) is { } word ? word & 0xFFFF_FFFF : 0;

    [GeneratedRegex(@"^\d{1,19} \((?<word>\d{1,5})(?: (?<word>\d{1,5})){0,4}\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?<word>\d{1,5}) (?<word>\d{1,5}) (?<word>\d{1,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex Three();

    [GeneratedRegex(@"^\d{1,10}/\d{1,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();
}
