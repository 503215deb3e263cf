using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Burnin.WebFront.Http;

namespace Burnin.WebFront.Settings;

/// <summary>New values by the names of their settings; null brings the default back. Never printed as a whole: it may hold secrets.</summary>
internal sealed class ChangeSettingsRequest : INamesOperator
{
    public string? Operator { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Values { get; init; } = [];

    /// <summary>As people write them; lists and objects as their JSON, which no setting takes.</summary>
    public ImmutableDictionary<string, string?> Written => Values.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => pair.Value.GetString(),
        _ => pair.Value.GetRawText(),
    });
}
