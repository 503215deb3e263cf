using Burnin.Domain.Jobs;
using Burnin.History.Sqlite;

namespace Burnin.History.Jobs;

/// <summary>A row of burnin_stage, both ways.</summary>
internal sealed class StageRow
{
    public const string Columns = """
        job_id AS JobId, position AS Position, name AS Name, state AS State, expected_seconds AS ExpectedSeconds,
        percent AS Percent, started_at AS StartedAt, finished_at AS FinishedAt, attempts AS Attempts,
        result AS Result, log AS Log
        """;

    public const string Insert = """
        INSERT INTO burnin_stage
            (job_id, position, name, state, expected_seconds, percent, started_at, finished_at, attempts, result, log)
        VALUES
            (@JobId, @Position, @Name, @State, @ExpectedSeconds, @Percent, @StartedAt, @FinishedAt, @Attempts, @Result, @Log)
        """;

    public required string JobId { get; init; }

    public required int Position { get; init; }

    public required string Name { get; init; }

    public required string State { get; init; }

    public required double ExpectedSeconds { get; init; }

    public required double Percent { get; init; }

    public string? StartedAt { get; init; }

    public string? FinishedAt { get; init; }

    public required int Attempts { get; init; }

    public string? Result { get; init; }

    public string? Log { get; init; }

    public static StageRow Of(string jobId, int position, JobStage stage) => new()
    {
        JobId = jobId,
        Position = position,
        Name = stage.Name.Wire,
        State = Wire.Of(stage.State),
        ExpectedSeconds = stage.ExpectedSeconds,
        Percent = stage.Percent,
        StartedAt = UtcText.Of(stage.StartedAt),
        FinishedAt = UtcText.Of(stage.FinishedAt),
        Attempts = stage.Attempts,
        Result = stage.Result is null ? null : StoredJson.Write(Wire.Of(stage.Result)),
        Log = stage.Result?.Log,
    };

    public StageRecord ToRecord() => new()
    {
        Name = Name,
        State = State,
        ExpectedSeconds = ExpectedSeconds,
        Percent = Percent,
        StartedAt = UtcText.ParseOptional(StartedAt),
        FinishedAt = UtcText.ParseOptional(FinishedAt),
        Attempts = Attempts,
        Result = StoredJson.ReadResult(Result),
        Log = Log,
    };
}
