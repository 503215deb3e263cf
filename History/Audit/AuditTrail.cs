using Burnin.Domain.Audit;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Audit;

/// <summary>The trail in audit_event. A batch is written whole or not at all.</summary>
internal sealed class AuditTrail(GatedSqliteDataSource writers) : IAuditTrail
{
    public async Task AppendAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return;
        }

        await using var connection = await writers.OpenConnectionAsync(cancellationToken);

        // Immediate, as the driver begins them: nobody appends between our look at the last row and our own.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        var last = await connection.ExecuteScalarAsync<string?>(
            Command("SELECT hash FROM audit_event ORDER BY id DESC LIMIT 1")) ?? AuditHash.Genesis;

        foreach (var entry in entries)
        {
            var row = AuditRow.Of(entry, last);
            if (await connection.ExecuteScalarAsync<long?>(Command(AuditRow.Insert, row)) is not null)
            {
                last = row.Hash;
            }
        }

        await transaction.CommitAsync(cancellationToken);

        CommandDefinition Command(string sql, object? values = null) =>
            new(sql, values, transaction, cancellationToken: cancellationToken);
    }
}
