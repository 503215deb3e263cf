using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Settings;

/// <summary>All settings as everyone may see them: no secret in it.</summary>
[GenerateSerializer, Immutable, Alias("burnin.settings-view")]
public sealed record SettingsView
{
    /// <summary>Grows with every change.</summary>
    [Id(0)]
    public required long Version { get; init; }

    [Id(1)]
    public DateTimeOffset? ChangedAt { get; init; }

    [Id(2)]
    public string? ChangedBy { get; init; }

    [Id(3)]
    public required ImmutableArray<SettingsSectionView> Sections { get; init; }
}
