using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using Burnin.Domain.Speed;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Surface;

/// <summary>The newest speed curve of each other drive of a model and size.</summary>
internal static class SiblingCurves
{
    private const int MostCurves = 200;

    /// <summary>Of tests that passed: the others say nothing of what the model does.</summary>
    private const string Curves = """
        SELECT j.drive_id AS DriveId, j.nas AS Nas, s.started_at AS StartedAt, s.finished_at AS FinishedAt, c.curve AS Curve
        FROM burnin_job j
        JOIN burnin_speed_curve c ON c.job_id = j.job_id
        JOIN burnin_stage s ON s.job_id = c.job_id AND s.position = c.stage
        WHERE j.model = @model AND j.size_bytes = @sizeBytes AND j.drive_id <> @driveId
          AND s.name = 'surface_validate' AND s.state = 'passed' AND s.started_at IS NOT NULL AND s.finished_at IS NOT NULL
        ORDER BY j.created_at DESC
        LIMIT @MostCurves
        """;

    public static async Task<ImmutableArray<SiblingCurve>> ReadAsync(
        DbConnection connection, string model, long sizeBytes, string driveId, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<CurveRow>(new CommandDefinition(Curves, new { model, sizeBytes, driveId, MostCurves }, cancellationToken: cancellationToken));
        return [.. rows.DistinctBy(row => row.DriveId).Select(row => row.ToSibling()).OfType<SiblingCurve>()];
    }

    private sealed record CurveRow(string DriveId, string Nas, string StartedAt, string FinishedAt, string Curve)
    {
        public SiblingCurve? ToSibling() => SpeedCurveJson.TryRead(Encoding.UTF8.GetBytes(Curve)) is { } curve
            ? new SiblingCurve(DriveId, Nas, UtcText.Parse(StartedAt), UtcText.Parse(FinishedAt), curve)
            : null;
    }
}
