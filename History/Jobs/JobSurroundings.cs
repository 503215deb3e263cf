using Burnin.Domain.Jobs;
using Burnin.Domain.Verdicts;
using Burnin.History.Sqlite;
using Burnin.History.Surface;
using Dapper;

namespace Burnin.History.Jobs;

/// <summary>What the read model knows of other drives that bears on a job: siblings of the model, and neighbours on the NAS.</summary>
internal sealed class JobSurroundings(ReadOnlySqliteDataSource readers) : ISurroundings
{
    private const int MostNeighbours = 200;

    /// <summary>How much before and after a job its neighbours are looked at.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(15);

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
        var siblings = await SiblingCurves.ReadAsync(connection, job.Target.Model, job.Target.SizeBytes, job.DriveId, cancellationToken);
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
            Siblings = siblings,
            Neighbours = [.. neighbours.Select(row => row.ToTrouble())],
        };
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
