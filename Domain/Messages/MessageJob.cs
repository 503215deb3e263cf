namespace Burnin.Domain.Messages;

/// <summary>The burn-in that a message is about.</summary>
public sealed record MessageJob
{
    public required string JobId { get; init; }

    public required string Nas { get; init; }

    public required string DeviceName { get; init; }

    public required string Serial { get; init; }

    public required string Model { get; init; }

    public required long SizeBytes { get; init; }

    /// <summary><c>passed, failed, inconclusive, cancelled</c>.</summary>
    public required string State { get; init; }

    /// <summary><c>pass, pass_with_notes, fail, inconclusive</c>.</summary>
    public string? Verdict { get; init; }

    public required string Profile { get; init; }

    public required string Operator { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
