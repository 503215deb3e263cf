namespace Burnin.History.Jobs;

/// <summary>One job as it was last recorded, without its stages.</summary>
public sealed record JobRecord
{
    public required string JobId { get; init; }

    public required string DriveId { get; init; }

    public required string Nas { get; init; }

    public required string DeviceName { get; init; }

    public required string Serial { get; init; }

    public required string Model { get; init; }

    public required long SizeBytes { get; init; }

    public required string Operator { get; init; }

    public required string Profile { get; init; }

    /// <summary><c>queued, running, paused, passed, failed, inconclusive, cancelled</c>.</summary>
    public required string State { get; init; }

    /// <summary>False while anything is left to do for the job, even after its verdict.</summary>
    public required bool IsOver { get; init; }

    public string? Verdict { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public required IReadOnlyList<JobReason> Reasons { get; init; }

    /// <summary>From start to end; null before the end, and for a job that never started.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Bytes of the drive that were gone over in every pass; null where no stage did.</summary>
    public long? TestedBytes { get; init; }
}
