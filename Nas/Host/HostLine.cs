using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Burnin.Nas.Host;

/// <summary>One line of the programme's answer: a tag and its words, or a tag and the rest of the line as it is.</summary>
internal sealed record HostLine(string Tag, ImmutableArray<string> Words, string Rest)
{
    /// <summary>Whether it carries text as it is; the same tag may stand before words as well.</summary>
    public bool IsText { get; private init; }

    public static HostLine Parse(string line)
    {
        var tagEnd = line.IndexOf(' ', StringComparison.Ordinal);
        var (tag, rest) = tagEnd < 0 ? (line, "") : (line[..tagEnd], line[(tagEnd + 1)..]);
        return tag.EndsWith('|')
            ? new HostLine(tag[..^1], [], rest) { IsText = true }
            : new HostLine(tag, [.. rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Decoded)], rest);
    }

    /// <summary>The word at the place, or an empty text where the line is shorter.</summary>
    public string Word(int place) => place < Words.Length ? Words[place] : "";

    /// <summary>The number at the place; null where there is none.</summary>
    public long? Number(int place) =>
        long.TryParse(Word(place), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Decoded(string word)
    {
        if (word == "-")
        {
            return "";
        }

        if (!word.Contains('%', StringComparison.Ordinal))
        {
            return word;
        }

        var bytes = new List<byte>(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '%' && i + 2 < word.Length
                && byte.TryParse(word.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(word, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
