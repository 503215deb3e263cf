using System.Text.Json;
using System.Text.Json.Serialization;
using Burnin.WebFront.Http;

namespace Burnin.WebFront.Settings;

/// <summary>What to try: values that are not saved, by the names of their settings. Never printed as a whole: it may hold secrets.</summary>
internal sealed class TestSettingsRequest : INamesOperator
{
    public string? Operator { get; init; }

    /// <summary>A message, and not only all that comes before it.</summary>
    public bool? Send { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement> Values { get; init; } = [];
}
