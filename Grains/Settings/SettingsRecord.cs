using System.Collections.Immutable;

namespace Burnin.Grains.Settings;

/// <summary>What the settings grain stores. Its JSON is a contract.</summary>
public sealed record SettingsRecord
{
    public long Version { get; init; }

    /// <summary>By name, as the configuration keeps them; secrets sealed. Only what differs from the default.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string? ChangedBy { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }
}
