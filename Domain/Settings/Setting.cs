using System.Collections.Immutable;

namespace Burnin.Domain.Settings;

/// <summary>One thing that can be set while the service runs: its name, its words, and where the configuration has it.</summary>
public sealed record Setting
{
    /// <summary>snake_case, on the wire and in forms.</summary>
    public required string Name { get; init; }

    /// <summary>The page it stands on.</summary>
    public required string Section { get; init; }

    /// <summary>The heading it stands under.</summary>
    public required string Group { get; init; }

    public required string Label { get; init; }

    public string Help { get; init; } = "";

    public required SettingKind Kind { get; init; }

    /// <summary>In the configuration, what holds where nobody has set anything; null where that is nothing at all.</summary>
    public string? Default { get; init; }

    /// <summary>Keys of the configuration: the first is read, all are written.</summary>
    public required ImmutableArray<string> Keys { get; init; }

    /// <summary>The original dashboard's name for it in the environment.</summary>
    public string? Flat { get; init; }

    public bool IsSecret => Kind is SettingKind.Secret;

    /// <summary>The property of the options that it becomes.</summary>
    public string Property => Keys[0][(Keys[0].LastIndexOf(':') + 1)..];

    /// <summary>The key of the options that hold it.</summary>
    public string Options => Keys[0][..Keys[0].LastIndexOf(':')];
}
