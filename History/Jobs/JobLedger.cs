using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Jobs;

/// <summary>The ledger in burnin_job and burnin_stage.</summary>
internal sealed class JobLedger(GatedSqliteDataSource writers, ReadOnlySqliteDataSource readers) : IJobLedger
{
    public async Task RecordAsync(JobEntry entry, CancellationToken cancellationToken)
    {
        var job = JobRow.Of(entry);
        StageRow[] stages = [.. Wire.OrNone(entry.Stages).Select((stage, position) => StageRow.Of(entry.JobId, position, stage))];

        await using var connection = await writers.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        if (await connection.ExecuteAsync(Command(JobRow.Upsert, job)) == 0)
        {
            return;
        }

        await connection.ExecuteAsync(Command("DELETE FROM burnin_stage WHERE job_id = @JobId", job));
        await connection.ExecuteAsync(Command(StageRow.Insert, stages));
        await transaction.CommitAsync(cancellationToken);

        CommandDefinition Command(string sql, object values) =>
            new(sql, values, transaction, cancellationToken: cancellationToken);
    }

    public async Task<ImmutableArray<string>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        const string Unfinished = "SELECT job_id FROM burnin_job WHERE is_over = 0 ORDER BY created_at, job_id";

        await using var connection = await readers.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(Unfinished, cancellationToken: cancellationToken))];
    }
}
