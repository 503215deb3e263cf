using System.Text.Json.Serialization;

namespace Burnin.MockTrueNas.Original;

/// <summary>A date as TrueNAS writes it in every transport.</summary>
internal sealed record OriginalDate([property: JsonPropertyName("$date")] long Milliseconds)
{
    public static OriginalDate Of(DateTimeOffset at) => new(at.ToUnixTimeMilliseconds());
}
