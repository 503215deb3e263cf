using System.Collections.Immutable;

namespace Burnin.Domain.Verdicts;

/// <summary>The policies there are.</summary>
public static class VerdictPolicies
{
    /// <summary>A drive that was bought as new has to be clean.</summary>
    public static VerdictPolicy New { get; } = new() { Name = "new", Version = 1, MostPowerOnHours = 24, CondemnsSlowDrives = true };

    /// <summary>A used or recertified drive may have a past; what gets worse under test condemns it as it would a new one.</summary>
    public static VerdictPolicy Used { get; } = new() { Name = "used", Version = 1, ToleratesOldDamage = true };

    /// <summary>The original's watch list, whatever came of it.</summary>
    public static VerdictPolicy Classic { get; } = new() { Name = "classic", Version = 1, IsWatchListOnly = true };

    public static ImmutableArray<VerdictPolicy> All { get; } = [New, Used, Classic];

    /// <summary>By name, or by name and version; null where there is none.</summary>
    public static VerdictPolicy? Find(string? name) => All.FirstOrDefault(policy => policy.Name == name || policy.Id == name);

    /// <summary>What is known to be normal for some models, before anything that an operator adds.</summary>
    public static ImmutableArray<ModelOverride> KnownModels { get; } =
    [
        new ModelOverride { Model = "CT*MX500SSD*", Code = "pending_sectors", Most = 1, Why = "the drive counts one now and then while it tidies up, and takes it back." },
    ];

    /// <summary>Those of the known ones and of an operator's that are for this model.</summary>
    public static ImmutableArray<ModelOverride> OverridesFor(string model, IEnumerable<ModelOverride> added) =>
        [.. KnownModels.Concat(added).Where(tempering => tempering.IsFor(model))];
}
