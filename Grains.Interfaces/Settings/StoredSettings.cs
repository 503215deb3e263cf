using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Settings;

/// <summary>What was set, secrets in clear: only for processes of the cluster.</summary>
[GenerateSerializer, Immutable, Alias("burnin.stored-settings")]
public sealed record StoredSettings
{
    [Id(0)]
    public required long Version { get; init; }

    /// <summary>By name, as the configuration keeps them; only what differs from the default.</summary>
    [Id(1)]
    public required ImmutableDictionary<string, string> Values { get; init; }

    /// <summary>A record prints all it holds; secrets must not reach a log that way.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Version = {Version}, {string.Join(", ", Values.Keys)}");
        return true;
    }
}
