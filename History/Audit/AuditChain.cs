using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Audit;

/// <summary>Walks the trail from the first row to the last and computes every hash again.</summary>
public sealed class AuditChain
{
    private const string Page = $"SELECT {AuditRow.Columns} FROM audit_event WHERE id > @id ORDER BY id LIMIT 1000";

    // AUTOINCREMENT never takes a number back, so this still knows of rows that were cut off the end.
    private const string HighestIdEver = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'audit_event'";

    private readonly ReadOnlySqliteDataSource _readers;

    internal AuditChain(ReadOnlySqliteDataSource readers) => _readers = readers;

    public async Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);

        // Asked first: rows that are appended while we walk are then only more than expected.
        var highest = await connection.ExecuteScalarAsync<long>(
            new CommandDefinition(HighestIdEver, cancellationToken: cancellationToken));

        var lastHash = AuditHash.Genesis;
        var lastId = 0L;
        var rows = 0L;

        while (true)
        {
            var page = (await connection.QueryAsync<AuditRow>(
                new CommandDefinition(Page, new { id = lastId }, cancellationToken: cancellationToken))).AsList();

            foreach (var row in page)
            {
                if (Fault(row, lastHash) is { } fault)
                {
                    return new AuditVerification.Broken(row.Id, fault);
                }

                lastHash = row.Hash;
                lastId = row.Id;
                rows++;
            }

            if (page.Count == 0)
            {
                return lastId < highest
                    ? new AuditVerification.Broken(lastId + 1, $"is missing, with all rows up to {highest}")
                    : new AuditVerification.Intact(rows, lastHash);
            }
        }
    }

    private static string? Fault(AuditRow row, string lastHash) =>
        row.PreviousHash != lastHash ? "does not carry the hash of the row before it: a row was taken out, put in or moved"
        : AuditHash.Of(row) != row.Hash ? "does not match its own hash: it was changed"
        : null;
}
