namespace Burnin.MockTrueNas.Jobs;

/// <summary>A job: in memory only, so a boot forgets it. JSON is kept as text, since a node has one parent.</summary>
internal sealed record Job
{
    public required int Id { get; init; }

    public required string Method { get; init; }

    public required string Arguments { get; init; }

    public required JobWork Work { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public string? Description { get; init; }

    public bool IsAbortable { get; init; }

    /// <summary>The user whose session asked for it; null for what the NAS started by itself.</summary>
    public string? Owner { get; init; }

    /// <summary>The number of the key in that session.</summary>
    public int? OwnerKey { get; init; }

    /// <summary>The ids of the messages that asked for it, as JSON.</summary>
    public string? MessageId { get; init; }

    public JobState State { get; init; } = JobState.Waiting;

    public DateTimeOffset? FinishedAt { get; init; }

    public double Percent { get; init; }

    public string? Result { get; init; }

    public string? Error { get; init; }

    public int? Errno { get; init; }

    public bool IsOver => FinishedAt is not null;

    public Job Ended(JobState state, DateTimeOffset at) => this with { State = state, FinishedAt = at, Percent = state is JobState.Success ? 100 : Percent };
}
