using System.Collections.Immutable;

namespace Burnin.Domain.Verdicts;

/// <summary>
/// By what measure a drive is judged. A policy never changes under its version: a run that was judged by <c>new@1</c> can be
/// understood for ever. Limits that are the same in all policies stand in the rules.
/// </summary>
public sealed record VerdictPolicy
{
    public required string Name { get; init; }

    public required int Version { get; init; }

    /// <summary>Judges as the original dashboard did: six attributes, the drive's own health, and the stages.</summary>
    public bool IsWatchListOnly { get; init; }

    /// <summary>Damage that was there before the test and has not grown is noted and does not condemn.</summary>
    public bool ToleratesOldDamage { get; init; }

    /// <summary>A drive with more hours than this is not new; null where hours do not matter.</summary>
    public long? MostPowerOnHours { get; init; }

    /// <summary>A drive that is much slower than its siblings is condemned, and not only noted.</summary>
    public bool CondemnsSlowDrives { get; init; }

    /// <summary>What is normal for the drive's model. Those of the job, chosen when it was made.</summary>
    public ImmutableArray<ModelOverride> Overrides { get; init; } = [];

    /// <summary>As reasons and jobs name it: <c>new@1</c>.</summary>
    public string Id => FormattableString.Invariant($"{Name}@{Version}");
}
