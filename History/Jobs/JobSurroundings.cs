using System.Text;
using Burnin.Domain.Jobs;
using Burnin.Domain.Speed;
using Burnin.Domain.Verdicts;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Jobs;

/// <summary>What the read model knows of other drives that bears on a job: siblings of the model, and neighbours on the NAS.</summary>
internal sealed class JobSurroundings(ReadOnlySqliteDataSource readers) : ISurroundings
{
    private const int MostCurves = 200;
    private const int MostNeighbours = 200;

    /// <summary>How much before and after a job its neighbours are looked at.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(15);

    /// <summary>Of tests that passed: the others say nothing of what the model does.</summary>
    private const string Curves = """
        SELECT j.drive_id AS DriveId, j.nas AS Nas, s.started_at AS StartedAt, s.finished_at AS FinishedAt, c.curve AS Curve
        FROM burnin_job j
        JOIN burnin_speed_curve c ON c.job_id = j.job_id
        JOIN burnin_stage s ON s.job_id = c.job_id AND s.position = c.stage
        WHERE j.model = @Model AND j.size_bytes = @SizeBytes AND j.drive_id <> @DriveId
          AND s.name = 'surface_validate' AND s.state = 'passed' AND s.started_at IS NOT NULL AND s.finished_at IS NOT NULL
        ORDER BY j.created_at DESC
        LIMIT @Most
        """;

    private const string Neighbours = """
        SELECT j.drive_id AS DriveId, j.device_name AS DeviceName, s.finished_at AS FinishedAt, s.result AS Result
        FROM burnin_job j
        JOIN burnin_stage s ON s.job_id = j.job_id
        WHERE j.nas = @Nas AND j.drive_id <> @DriveId AND s.name <> 'precheck' AND s.state IN ('failed', 'inconclusive')
          AND s.finished_at >= @From AND s.finished_at <= @To
        ORDER BY s.finished_at DESC
        LIMIT @Most
        """;

    public async Task<Surroundings> OfAsync(BurnInJob job, CancellationToken cancellationToken)
    {
        await using var connection = await readers.OpenConnectionAsync(cancellationToken);
        var curves = await connection.QueryAsync<CurveRow>(new CommandDefinition(
            Curves, new { job.Target.Model, job.Target.SizeBytes, job.DriveId, Most = MostCurves }, cancellationToken: cancellationToken));
        var neighbours = await connection.QueryAsync<NeighbourRow>(new CommandDefinition(
            Neighbours,
            new
            {
                job.Nas,
                job.DriveId,
                From = UtcText.Of((job.StartedAt ?? job.CreatedAt) - Around),
                To = job.FinishedAt is { } end ? UtcText.Of(end + Around) : "9",
                Most = MostNeighbours,
            },
            cancellationToken: cancellationToken));
        return new Surroundings
        {
            Siblings = [.. curves.DistinctBy(row => row.DriveId).Select(row => row.ToSibling()).OfType<SiblingCurve>()],
            Neighbours = [.. neighbours.Select(row => row.ToTrouble())],
        };
    }

    private sealed record CurveRow(string DriveId, string Nas, string StartedAt, string FinishedAt, string Curve)
    {
        public SiblingCurve? ToSibling() => SpeedCurveJson.TryRead(Encoding.UTF8.GetBytes(Curve)) is { } curve
            ? new SiblingCurve(DriveId, Nas, UtcText.Parse(StartedAt), UtcText.Parse(FinishedAt), curve)
            : null;
    }

    private sealed record NeighbourRow(string DriveId, string DeviceName, string FinishedAt, string? Result)
    {
        public NeighbourTrouble ToTrouble()
        {
            var result = StoredJson.ReadResult(Result);
            return new NeighbourTrouble
            {
                DriveId = DriveId,
                DeviceName = DeviceName,
                At = UtcText.Parse(FinishedAt),
                Code = result?.Reasons.FirstOrDefault(reason => reason.Severity != "note")?.Code ?? "unknown",
                HasMismatches = result?.Mismatches > 0,
            };
        }
    }
}
