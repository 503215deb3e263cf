using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Settings;

/// <summary>The settings of one page.</summary>
[GenerateSerializer, Immutable, Alias("burnin.settings-section-view")]
public sealed record SettingsSectionView
{
    [Id(0)]
    public required string Name { get; init; }

    [Id(1)]
    public required string Title { get; init; }

    [Id(2)]
    public required string Help { get; init; }

    [Id(3)]
    public required ImmutableArray<SettingView> Settings { get; init; }

    /// <summary>The channel of messages that it sets up, and that can be tried; null for any other.</summary>
    [Id(4)]
    public string? Channel { get; init; }
}
