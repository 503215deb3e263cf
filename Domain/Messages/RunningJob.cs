namespace Burnin.Domain.Messages;

/// <summary>A burn-in that is not over, as a report lists it.</summary>
public sealed record RunningJob
{
    public required string Model { get; init; }

    public required string Serial { get; init; }

    public required string Nas { get; init; }

    /// <summary><c>queued, running, paused</c>.</summary>
    public required string State { get; init; }

    public string? Stage { get; init; }

    public required double Percent { get; init; }

    /// <summary>When it will be done; null where that is not known.</summary>
    public DateTimeOffset? Eta { get; init; }
}
