using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>The lines of a plain text, without their ends, and ways to what stands in them.</summary>
internal sealed class TextLines(IEnumerable<string> lines)
{
    /// <summary>Of one line: no line of smartctl comes near it, and what reads lines need not fear a long one.</summary>
    private const int MaxLine = 250;

    /// <summary>Five times as many as the longest report has.</summary>
    private const int MaxLines = 10_000;

    private readonly string[] _lines = [.. lines.Take(MaxLines).Select(line => line.Length > MaxLine ? line[..MaxLine].TrimEnd() : line.TrimEnd())];

    private Dictionary<string, string>? _values;

    public static TextLines Of(string text) => new(Split(text));

    public int Count => _lines.Length;

    public string this[int index] => _lines[index];

    public IEnumerable<string> All => _lines;

    /// <summary>The first line that begins so, after blanks; below zero where there is none.</summary>
    public int Find(string start, int from = 0)
    {
        for (var i = from; i < _lines.Length; i++)
        {
            if (_lines[i].AsSpan().TrimStart().StartsWith(start, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    public bool Has(string start) => Find(start) >= 0;

    /// <summary>The first line that begins so and has this shape; null where there is none. Most lines never meet the pattern.</summary>
    public Match? First(string start, Regex pattern)
    {
        for (var at = Find(start); at >= 0; at = Find(start, at + 1))
        {
            if (pattern.Match(_lines[at]) is { Success: true } match)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>The lines behind the first that begins so, up to an empty one.</summary>
    public IEnumerable<string> Block(string start)
    {
        var at = Find(start);
        for (var i = at + 1; at >= 0 && i < _lines.Length && _lines[i].Length > 0; i++)
        {
            yield return _lines[i];
        }
    }

    /// <summary>What stands behind this label and its colon, the first time; null for nothing at all.</summary>
    public string? Value(string label) => (_values ??= Labelled()).GetValueOrDefault(label) is { Length: > 0 } value ? value : null;

    /// <summary>As far as it is asked for, and so without an end that nobody reads.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        while (text.IndexOf('\n', start) is >= 0 and var end)
        {
            yield return text[start..end];
            start = end + 1;
        }

        yield return text[start..];
    }

    /// <summary>Labels with one blank where the columns want several.</summary>
    private Dictionary<string, string> Labelled()
    {
        var values = new Dictionary<string, string>();
        foreach (var line in _lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && TextLabels.Known(line.AsSpan(0, colon)) is { } label)
            {
                values.TryAdd(label, line[(colon + 1)..].Trim());
            }
        }

        return values;
    }
}
