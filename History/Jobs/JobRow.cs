using Burnin.Domain.Jobs;
using Burnin.History.Sqlite;

namespace Burnin.History.Jobs;

/// <summary>A row of burnin_job, both ways.</summary>
internal sealed class JobRow
{
    public const string Columns = """
        job_id AS JobId, sequence AS Sequence, drive_id AS DriveId, nas AS Nas, device_name AS DeviceName,
        serial AS Serial, model AS Model, size_bytes AS SizeBytes, operator AS Operator, profile AS Profile,
        state AS State, is_over AS IsOver, verdict AS Verdict, created_at AS CreatedAt, started_at AS StartedAt,
        finished_at AS FinishedAt, reasons AS Reasons,
        duration_seconds AS DurationSeconds, tested_bytes AS TestedBytes
        """;

    /// <summary>Changes nothing, and counts 0 rows, where this sequence or a newer one is there.</summary>
    public const string Upsert = """
        INSERT INTO burnin_job
            (job_id, sequence, drive_id, nas, device_name, serial, model, size_bytes, operator, profile,
             state, is_over, verdict, created_at, started_at, finished_at, reasons,
             duration_seconds, tested_bytes)
        VALUES
            (@JobId, @Sequence, @DriveId, @Nas, @DeviceName, @Serial, @Model, @SizeBytes, @Operator, @Profile,
             @State, @IsOver, @Verdict, @CreatedAt, @StartedAt, @FinishedAt, @Reasons,
             @DurationSeconds, @TestedBytes)
        ON CONFLICT (job_id) DO UPDATE
        SET sequence = excluded.sequence, drive_id = excluded.drive_id, nas = excluded.nas,
            device_name = excluded.device_name, serial = excluded.serial, model = excluded.model,
            size_bytes = excluded.size_bytes, operator = excluded.operator, profile = excluded.profile,
            state = excluded.state, is_over = excluded.is_over, verdict = excluded.verdict,
            created_at = excluded.created_at, started_at = excluded.started_at,
            finished_at = excluded.finished_at, reasons = excluded.reasons,
            duration_seconds = excluded.duration_seconds, tested_bytes = excluded.tested_bytes
        WHERE excluded.sequence > burnin_job.sequence
        """;

    public required string JobId { get; init; }

    public required long Sequence { get; init; }

    public required string DriveId { get; init; }

    public required string Nas { get; init; }

    public required string DeviceName { get; init; }

    public required string Serial { get; init; }

    public required string Model { get; init; }

    public required long SizeBytes { get; init; }

    public required string Operator { get; init; }

    public required string Profile { get; init; }

    public required string State { get; init; }

    public required bool IsOver { get; init; }

    public string? Verdict { get; init; }

    public required string CreatedAt { get; init; }

    public string? StartedAt { get; init; }

    public string? FinishedAt { get; init; }

    public required string Reasons { get; init; }

    public double? DurationSeconds { get; init; }

    public long? TestedBytes { get; init; }

    public static JobRow Of(JobEntry entry) => new()
    {
        JobId = entry.JobId,
        Sequence = entry.Sequence,
        DriveId = entry.DriveId,
        Nas = entry.Nas,
        DeviceName = entry.DeviceName,
        Serial = entry.Serial,
        Model = entry.Model,
        SizeBytes = entry.SizeBytes,
        Operator = entry.Operator,
        Profile = entry.Profile,
        State = entry.State,
        IsOver = entry.IsOver,
        Verdict = entry.Verdict,
        CreatedAt = UtcText.Of(entry.CreatedAt),
        StartedAt = UtcText.Of(entry.StartedAt),
        FinishedAt = UtcText.Of(entry.FinishedAt),
        Reasons = StoredJson.Write(Wire.Of(entry.Reasons)),
        DurationSeconds = (entry.FinishedAt - entry.StartedAt)?.TotalSeconds,
        TestedBytes = Wire.OrNone(entry.Stages).Max(stage => stage.Result?.TestedBytes),
    };

    public JobRecord ToRecord() => new()
    {
        JobId = JobId,
        DriveId = DriveId,
        Nas = Nas,
        DeviceName = DeviceName,
        Serial = Serial,
        Model = Model,
        SizeBytes = SizeBytes,
        Operator = Operator,
        Profile = Profile,
        State = State,
        IsOver = IsOver,
        Verdict = Verdict,
        CreatedAt = UtcText.Parse(CreatedAt),
        StartedAt = UtcText.ParseOptional(StartedAt),
        FinishedAt = UtcText.ParseOptional(FinishedAt),
        Reasons = StoredJson.ReadReasons(Reasons),
        DurationSeconds = DurationSeconds,
        TestedBytes = TestedBytes,
    };
}
