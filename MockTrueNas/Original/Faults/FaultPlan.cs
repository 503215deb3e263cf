using System.Text.Json.Serialization;

namespace Burnin.MockTrueNas.Original.Faults;

/// <summary>How the API misbehaves until told otherwise: first slow, then cut off or answering with an HTTP error.</summary>
internal sealed record FaultPlan
{
    public static FaultPlan None { get; } = new();

    public int SlowMs { get; init; }

    public int? Status { get; init; }

    /// <summary>Cuts the connection without an answer.</summary>
    public bool Drop { get; init; }

    [JsonIgnore]
    public bool IsPossible => SlowMs >= 0 && Status is null or (>= 400 and <= 599);
}
