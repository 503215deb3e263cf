using System.Collections.Immutable;

namespace Burnin.Domain.Jobs;

/// <summary>The named choices of stages. Precheck and final check are in all of them, so no profile lists them.</summary>
public static class JobProfiles
{
    public const string Custom = "custom";

    private static readonly ImmutableArray<(string Name, ImmutableArray<StageName> Stages)> Known =
    [
        ("full", [StageName.ShortSmart, StageName.LongSmart, StageName.SurfaceValidate]),
        ("quick", [StageName.ShortSmart, StageName.IoValidate]),
        ("surface_short", [StageName.ShortSmart, StageName.SurfaceValidate]),
        ("surface_long", [StageName.LongSmart, StageName.SurfaceValidate]),
        ("surface", [StageName.SurfaceValidate]),
        ("short_long", [StageName.ShortSmart, StageName.LongSmart]),
        ("short", [StageName.ShortSmart]),
        ("long", [StageName.LongSmart]),
    ];

    public static ImmutableArray<string> Names { get; } = [.. Known.Select(profile => profile.Name)];

    /// <summary>The chosen stages in their usual order: what does not write comes first. Null for an unknown name.</summary>
    public static ImmutableArray<StageName>? StagesOf(string name)
    {
        foreach (var (known, stages) in Known)
        {
            if (known == name)
            {
                return stages;
            }
        }

        return null;
    }

    /// <summary>The name of just these stages, in whatever order; <see cref="Custom"/> where no profile has them.</summary>
    public static string NameOf(IReadOnlyCollection<StageName> stages)
    {
        foreach (var (known, knownStages) in Known)
        {
            if (knownStages.Length == stages.Count && stages.All(stage => knownStages.Contains(stage)))
            {
                return known;
            }
        }

        return Custom;
    }
}
