using System.Collections.Immutable;
using Burnin.Domain.Verdicts;

namespace Burnin.Silo.Explain;

/// <summary>What is to be explained, by what measure, and how it is to be said.</summary>
internal sealed record ExplainWish(ImmutableArray<string> Paths, VerdictPolicy Policy, bool AsJson)
{
    /// <summary>Null where the words cannot be followed: what is wrong with them, or nothing where help was asked for.</summary>
    public static ExplainWish? Read(IReadOnlyList<string> words, out string? wrong)
    {
        wrong = null;
        var paths = ImmutableArray.CreateBuilder<string>();
        var (policy, asJson) = (VerdictPolicies.New, false);
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--help":
                    return null;
                case "--json":
                    asJson = true;
                    break;
                case "--policy" when i + 1 < words.Count && VerdictPolicies.Find(words[i + 1]) is { } found:
                    policy = found;
                    i++;
                    break;
                case "--policy":
                    wrong = $"--policy needs one of {string.Join(", ", VerdictPolicies.All.Select(known => known.Name))}.";
                    return null;
                case ['-', '-', ..] unknown:
                    wrong = $"There is no option {unknown}.";
                    return null;
                default:
                    paths.Add(words[i]);
                    break;
            }
        }

        wrong = paths.Count == 0 ? "Name a file, a folder, or - for standard input." : null;
        return paths.Count == 0 ? null : new ExplainWish(paths.ToImmutable(), policy, asJson);
    }
}
