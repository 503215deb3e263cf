using Burnin.History.Jobs;

namespace Burnin.WebFront.BurnIns;

/// <summary>One job as the read model has it, in the words of <see cref="JobAnswer"/>.</summary>
internal sealed record JobListItem
{
    public required string Id { get; init; }

    public required string DriveId { get; init; }

    public required string Nas { get; init; }

    public required string Devname { get; init; }

    public required string Serial { get; init; }

    public required string Model { get; init; }

    public required long SizeBytes { get; init; }

    public required string Operator { get; init; }

    public required string Profile { get; init; }

    public required string State { get; init; }

    public string? Verdict { get; init; }

    public required IReadOnlyList<JobReason> Reasons { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public required bool IsOver { get; init; }

    public double? DurationSeconds { get; init; }

    public long? TestedBytes { get; init; }

    public static JobListItem Of(JobRecord job) => new()
    {
        Id = job.JobId,
        DriveId = job.DriveId,
        Nas = job.Nas,
        Devname = job.DeviceName,
        Serial = job.Serial,
        Model = job.Model,
        SizeBytes = job.SizeBytes,
        Operator = job.Operator,
        Profile = job.Profile,
        State = job.State,
        Verdict = job.Verdict,
        Reasons = job.Reasons,
        CreatedAt = job.CreatedAt,
        StartedAt = job.StartedAt,
        FinishedAt = job.FinishedAt,
        IsOver = job.IsOver,
        DurationSeconds = job.DurationSeconds,
        TestedBytes = job.TestedBytes,
    };
}
