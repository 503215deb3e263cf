using System.Collections.Immutable;
using System.Text.Json;

namespace Burnin.WebFront.Settings;

/// <summary>Values of settings in JSON, as people would write them.</summary>
internal static class WrittenValues
{
    extension(Dictionary<string, JsonElement> values)
    {
        /// <summary>Lists and objects as their JSON, which no setting takes.</summary>
        public ImmutableDictionary<string, string?> Written => values.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => pair.Value.GetString(),
            _ => pair.Value.GetRawText(),
        });
    }
}
