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
}
