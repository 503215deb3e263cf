using System.Runtime.CompilerServices;
using Burnin.History.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Burnin.History.Jobs;

/// <summary>What pages, the API and exports read about jobs. Never waits for a writer, and no writer waits for it.</summary>
public sealed class JobHistory
{
    private const string WholeText =
        "serial || ' ' || model || ' ' || nas || ' ' || device_name || ' ' || operator || ' ' || profile || ' ' || job_id || ' ' || reasons";

    private readonly ReadOnlySqliteDataSource _readers;

    internal JobHistory(ReadOnlySqliteDataSource readers) => _readers = readers;

    public async Task<JobPage> ListAsync(JobFilter filter, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(filter.Limit, 1, JobFilter.LargestLimit);
        var isBackward = filter.After is not null;
        var isDescending = filter.Order.Descending != isBackward;
        var order = filter.Order.Expression;
        var (sign, way) = isDescending ? ("<", "DESC") : (">", "ASC");
        var conditions = Conditions(filter)
            .Where($"({order}, job_id) {sign} (SELECT {order}, job_id FROM burnin_job WHERE job_id = @Edge)", "Edge", filter.After ?? filter.Before);

        // One more than asked for tells whether there is another page that way.
        conditions.Values.Add("Rows", limit + 1);
        var sql = $"SELECT {JobRow.Columns} FROM burnin_job {conditions} ORDER BY {order} {way}, job_id {way} LIMIT @Rows";

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<JobRow>(new CommandDefinition(sql, conditions.Values, cancellationToken: cancellationToken));
        JobRecord[] jobs = [.. rows.Select(row => row.ToRecord())];
        var hasMore = jobs.Length > limit;
        JobRecord[] shown = hasMore ? jobs[..limit] : jobs;
        if (isBackward)
        {
            Array.Reverse(shown);
        }

        var (hasNext, hasPrevious) = isBackward ? (true, hasMore) : (hasMore, filter.Before is not null);
        return new JobPage(
            shown,
            hasNext && shown is [.., var last] ? last.JobId : null,
            hasPrevious && shown is [var first, ..] ? first.JobId : null);
    }

    /// <summary>How many match, whatever the page and the state that the filter asks for.</summary>
    public async Task<JobCounts> CountAsync(JobFilter filter, CancellationToken cancellationToken)
    {
        var conditions = Conditions(filter with { State = null });

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        var counts = (await connection.QueryAsync<(string State, long Jobs)>(new CommandDefinition(
            $"SELECT state, count(*) FROM burnin_job {conditions} GROUP BY state", conditions.Values, cancellationToken: cancellationToken))).ToDictionary();
        return new JobCounts(filter.State is { } state ? counts.GetValueOrDefault(state) : counts.Values.Sum(), counts);
    }

    /// <summary>What filters have to choose from.</summary>
    public async Task<JobChoices> ChoicesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        return new JobChoices(await OfAsync("nas"), await OfAsync("model"), await OfAsync("profile"), await OfAsync("operator"));

        async Task<IReadOnlyList<string>> OfAsync(string column) => [.. await connection.QueryAsync<string>(
            new CommandDefinition($"SELECT DISTINCT {column} FROM burnin_job ORDER BY 1 LIMIT 500", cancellationToken: cancellationToken))];
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

    /// <summary>All that match, in the filter's order, whatever its limit. Jobs recorded meanwhile may be left out.</summary>
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

            next = next with { Before = page.Next, After = null };
        }
    }

    private static Conditions Conditions(JobFilter filter) => new Conditions()
        .Where("state = @State", "State", filter.State)
        .Where("verdict = @Verdict", "Verdict", filter.Verdict)
        .Where("nas = @Nas", "Nas", filter.Nas)
        .Where("drive_id = @DriveId", "DriveId", filter.DriveId)
        .Where("profile = @Profile", "Profile", filter.Profile)
        .WhereContains("serial", "Serial", filter.Serial)
        .WhereContains("model", "Model", filter.Model)
        .WhereContains("operator", "Operator", filter.Operator)
        .Where("created_at >= @From", "From", UtcText.Of(filter.From))
        .Where("created_at < @To", "To", UtcText.Of(filter.To))
        .WhereWords(WholeText, filter.Text);
}
