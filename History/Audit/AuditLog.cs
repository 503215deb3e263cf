using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Audit;

/// <summary>What pages and the API read of the trail.</summary>
public sealed class AuditLog
{
    public const int LargestLimit = 500;

    private readonly ReadOnlySqliteDataSource _readers;

    internal AuditLog(ReadOnlySqliteDataSource readers) => _readers = readers;

    /// <summary>One page, newest first. Limit: 1 to <see cref="LargestLimit"/>; beyond is cut to that.</summary>
    public async Task<AuditPage> ListAsync(AuditFilter filter, int limit, long? before, CancellationToken cancellationToken)
    {
        limit = Math.Clamp(limit, 1, LargestLimit);
        var conditions = new Conditions()
            .WhereContains("actor", "Actor", filter.Actor)
            .Where("action = @Action", "Action", filter.Action)
            .Where("drive_id = @DriveId", "DriveId", filter.DriveId)
            .Where("job_id = @JobId", "JobId", filter.JobId)
            .Where("nas = @Nas", "Nas", filter.Nas)
            .Where("outcome = @Outcome", "Outcome", filter.Outcome)
            .Where("at >= @From", "From", UtcText.Of(filter.From))
            .Where("at < @To", "To", UtcText.Of(filter.To))
            .Where("id < @Before", "Before", before);

        // One more than asked for tells whether there is a next page.
        conditions.Values.Add("Rows", limit + 1);
        var sql = $"SELECT {AuditRow.Columns} FROM audit_event {conditions} ORDER BY id DESC LIMIT @Rows";

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<AuditRow>(
            new CommandDefinition(sql, conditions.Values, cancellationToken: cancellationToken));
        AuditRecord[] events = [.. rows.Select(row => row.ToRecord())];

        return events.Length > limit ? new AuditPage(events[..limit], events[limit - 1].Id) : new AuditPage(events, null);
    }
}
