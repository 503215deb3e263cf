using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Settings;

/// <summary>New values for some settings; what is not named stays.</summary>
[GenerateSerializer, Immutable, Alias("burnin.change-settings")]
public sealed record ChangeSettings
{
    /// <summary>As people write them; null brings the default back, and clears a secret.</summary>
    [Id(0)]
    public required ImmutableDictionary<string, string?> Values { get; init; }

    /// <summary>The version that was looked at; null changes whatever is there.</summary>
    [Id(1)]
    public long? ExpectedVersion { get; init; }

    [Id(2)]
    public required string By { get; init; }

    /// <summary>A record prints all it holds; secrets must not reach a log that way.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{string.Join(", ", Values.Keys)}, ExpectedVersion = {ExpectedVersion}, By = {By}");
        return true;
    }
}
