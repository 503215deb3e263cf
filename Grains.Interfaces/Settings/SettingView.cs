using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Settings;

/// <summary>One setting, with all that a form needs to ask for it.</summary>
[GenerateSerializer, Immutable, Alias("burnin.setting-view")]
public sealed record SettingView
{
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>The heading it stands under.</summary>
    [Id(1)]
    public required string Group { get; init; }

    [Id(2)]
    public required string Label { get; init; }

    [Id(3)]
    public required string Help { get; init; }

    /// <summary><c>integer, duration, boolean, choice, text, secret</c>.</summary>
    [Id(4)]
    public required string Kind { get; init; }

    /// <summary>What holds now, as people write it; null for nothing, and always for a secret.</summary>
    [Id(5)]
    public string? Value { get; init; }

    [Id(6)]
    public string? Default { get; init; }

    [Id(7)]
    public string? Unit { get; init; }

    [Id(8)]
    public double? Least { get; init; }

    [Id(9)]
    public double? Most { get; init; }

    [Id(10)]
    public ImmutableArray<SettingChoiceView> Choices { get; init; } = [];

    /// <summary>Of a secret: whether there is one.</summary>
    [Id(11)]
    public bool? IsSet { get; init; }

    /// <summary>The name of the variable that has fixed it; null where it can be changed.</summary>
    [Id(12)]
    public string? LockedBy { get; init; }
}
