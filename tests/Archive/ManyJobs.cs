using Burnin.History.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Burnin.Archive;

/// <summary>A year of burn-ins that ends on 23 November 2026, made by SQLite itself: recording them one by one would take minutes.</summary>
public static class ManyJobs
{
    public static async Task FillAsync(IServiceProvider history, int jobs, int stagesEach, CancellationToken cancellationToken)
    {
        await using var connection = await history.GetRequiredService<GatedSqliteDataSource>().OpenConnectionAsync(cancellationToken);
        await using var fill = connection.CreateCommand();
        fill.CommandText = $"""
            BEGIN;
            WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < {jobs - 1})
            INSERT INTO burnin_job
                (job_id, sequence, drive_id, nas, device_name, serial, model, size_bytes, operator, profile, state, is_over, verdict,
                 created_at, started_at, finished_at, reasons, duration_seconds, tested_bytes)
            SELECT printf('01MANY%08d', n), 1, printf('D%d', n % 3000), printf('vault-%02d', n % 7), printf('sd%d', n % 24), printf('SER%06d', n % 3000),
                   printf('MODEL-%d', n % 23), 4000000000000 * (1 + n % 4), printf('person-%d', n % 9), CASE n % 3 WHEN 0 THEN 'full' WHEN 1 THEN 'quick' ELSE 'surface' END,
                   CASE WHEN n % 17 = 0 THEN 'failed' WHEN n % 29 = 0 THEN 'cancelled' ELSE 'passed' END, 1,
                   CASE WHEN n % 17 = 0 THEN 'fail' WHEN n % 29 = 0 THEN NULL ELSE 'pass' END,
                   strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-23 12:00:00', printf('-%d seconds', n * 31536000 / {jobs} + 90000)),
                   strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-23 12:00:00', printf('-%d seconds', n * 31536000 / {jobs} + 86400)),
                   strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-23 12:00:00', printf('-%d seconds', n * 31536000 / {jobs})),
                   CASE WHEN n % 17 = 0 THEN '[{"{"}"code":"bad_blocks","severity":"fail","text":"8 blocks came back different, in pass 2.","rule":"surface_validate"{"}"}]' ELSE '[]' END,
                   86400, 4000000000000 * (1 + n % 4)
            FROM number;
            INSERT INTO burnin_stage (job_id, position, name, state, expected_seconds, percent, attempts)
            SELECT job_id, place, CASE place WHEN 0 THEN 'precheck' WHEN 1 THEN 'short_smart' WHEN 2 THEN 'long_smart' WHEN 3 THEN 'surface_validate' ELSE 'final_check' END,
                   CASE WHEN place = 3 AND verdict = 'fail' THEN 'failed' ELSE 'passed' END, 1, 100, 1
            FROM burnin_job CROSS JOIN (WITH RECURSIVE p (place) AS (SELECT 0 UNION ALL SELECT place + 1 FROM p WHERE place < 4) SELECT place FROM p WHERE place < {stagesEach});
            COMMIT;
            """;
        await fill.ExecuteNonQueryAsync(cancellationToken);
    }
}
