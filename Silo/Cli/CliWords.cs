using System.Collections.Immutable;

namespace Burnin.Silo.Cli;

/// <summary>The words behind a verb, taken apart: names, options with a value, and options without.</summary>
internal sealed record CliWords(ImmutableArray<string> Names, ImmutableDictionary<string, string> Values, ImmutableHashSet<string> Flags)
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    public bool AsksHelp => Flags.Contains("--help");

    public bool AsJson => Flags.Contains("--json");

    public string Url => Values.GetValueOrDefault("--url") ?? Environment.GetEnvironmentVariable("BURNIN_URL") ?? DefaultUrl;

    public string? Token => Values.GetValueOrDefault("--token") ?? Environment.GetEnvironmentVariable("BURNIN_TOKEN");

    public string? this[string option] => Values.GetValueOrDefault(option);

    /// <exception cref="CliException">A word is none of these, or lacks its value.</exception>
    public static CliWords Read(IReadOnlyList<string> words, IEnumerable<string> withValue, IEnumerable<string> flags)
    {
        string[] valued = ["--url", "--token", .. withValue];
        string[] bare = ["--help", "--json", .. flags];
        var names = ImmutableArray.CreateBuilder<string>();
        var (values, set) = (ImmutableDictionary.CreateBuilder<string, string>(), ImmutableHashSet.CreateBuilder<string>());
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (valued.Contains(word))
            {
                values[word] = ++i < words.Count ? words[i] : throw new CliException($"{word} needs a value.");
            }
            else if (bare.Contains(word))
            {
                set.Add(word);
            }
            else if (word.StartsWith('-'))
            {
                throw new CliException($"There is no option {word}.");
            }
            else
            {
                names.Add(word);
            }
        }

        return new CliWords(names.ToImmutable(), values.ToImmutable(), set.ToImmutable());
    }
}
