using System.Runtime.CompilerServices;
using Burnin.History.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Burnin.History.Jobs;

/// <summary>What pages, the API and exports read about jobs. Never waits for a writer, and no writer waits for it.</summary>
public sealed class JobHistory
{
    private readonly ReadOnlySqliteDataSource _readers;

    internal JobHistory(ReadOnlySqliteDataSource readers) => _readers = readers;

    /// <summary>One page, newest first.</summary>
    public async Task<JobPage> ListAsync(JobFilter filter, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(filter.Limit, 1, JobFilter.LargestLimit);
        var conditions = Conditions(filter);

        // One more than asked for tells whether there is a next page.
        conditions.Values.Add("Rows", limit + 1);
        var sql = $"SELECT {JobRow.Columns} FROM burnin_job {conditions} ORDER BY created_at DESC, job_id DESC LIMIT @Rows";

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<JobRow>(new CommandDefinition(sql, conditions.Values, cancellationToken: cancellationToken));
        JobRecord[] jobs = [.. rows.Select(row => row.ToRecord())];

        return jobs.Length > limit ? new JobPage(jobs[..limit], jobs[limit - 1].JobId) : new JobPage(jobs, null);
    }

    /// <summary>Null where no such job was recorded.</summary>
    public async Task<JobDetail?> GetAsync(string jobId, CancellationToken cancellationToken)
    {
        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);

        // One snapshot for both: the stages must be those of this very state of the job.
        await using var snapshot = ((SqliteConnection)connection).BeginTransaction(deferred: true);

        var job = await connection.QuerySingleOrDefaultAsync<JobRow>(
            Command($"SELECT {JobRow.Columns} FROM burnin_job WHERE job_id = @jobId"));
        var stages = await connection.QueryAsync<StageRow>(
            Command($"SELECT {StageRow.Columns} FROM burnin_stage WHERE job_id = @jobId ORDER BY position"));

        return job is null ? null : new JobDetail(job.ToRecord(), [.. stages.Select(stage => stage.ToRecord())]);

        CommandDefinition Command(string sql) => new(sql, new { jobId }, snapshot, cancellationToken: cancellationToken);
    }

    /// <summary>All that match, newest first, whatever the filter's limit. Jobs recorded meanwhile may be left out.</summary>
    public async IAsyncEnumerable<JobRecord> StreamAsync(JobFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Page by page: one long read would keep the write-ahead log growing for as long as a slow reader takes.
        var next = filter with { Limit = JobFilter.LargestLimit };
        while (true)
        {
            var page = await ListAsync(next, cancellationToken);
            foreach (var job in page.Jobs)
            {
                yield return job;
            }

            if (page.Next is null)
            {
                yield break;
            }

            next = next with { Before = page.Next };
        }
    }

    private static Conditions Conditions(JobFilter filter) => new Conditions()
        .Where("state = @State", "State", filter.State)
        .Where("nas = @Nas", "Nas", filter.Nas)
        .Where("drive_id = @DriveId", "DriveId", filter.DriveId)
        .WhereContains("model", "Model", filter.Model)
        .WhereContains("operator", "Operator", filter.Operator)
        .Where("created_at >= @From", "From", UtcText.Of(filter.From))
        .Where("created_at < @To", "To", UtcText.Of(filter.To))
        .Where("(created_at, job_id) < (SELECT created_at, job_id FROM burnin_job WHERE job_id = @Before)", "Before", filter.Before);
}
