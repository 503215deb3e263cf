using System.Runtime.CompilerServices;
using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Audit;

/// <summary>What pages and the API read of the trail.</summary>
public sealed class AuditLog
{
    public const int LargestLimit = 500;

    private const string WholeText =
        "actor || ' ' || action || ' ' || outcome || ' ' || detail || ' ' || coalesce(drive_id, '') || ' ' || coalesce(job_id, '') || ' ' || coalesce(nas, '')";

    private readonly ReadOnlySqliteDataSource _readers;

    internal AuditLog(ReadOnlySqliteDataSource readers) => _readers = readers;

    /// <summary>One page, newest first. Limit: 1 to <see cref="LargestLimit"/>; beyond is cut to that.</summary>
    public Task<AuditPage> ListAsync(AuditFilter filter, int limit, long? before, CancellationToken cancellationToken) =>
        ListAsync(filter, limit, before, after: null, cancellationToken);

    /// <summary>The same, or the page whose rows come just after <paramref name="after"/> where that is given.</summary>
    public async Task<AuditPage> ListAsync(AuditFilter filter, int limit, long? before, long? after, CancellationToken cancellationToken)
    {
        limit = Math.Clamp(limit, 1, LargestLimit);
        var conditions = Conditions(filter).Where("id < @Before", "Before", after is null ? before : null).Where("id > @After", "After", after);

        // One more than asked for tells whether there is another page that way.
        conditions.Values.Add("Rows", limit + 1);
        var sql = $"SELECT {AuditRow.Columns} FROM audit_event {conditions} ORDER BY id {(after is null ? "DESC" : "ASC")} LIMIT @Rows";

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<AuditRow>(
            new CommandDefinition(sql, conditions.Values, cancellationToken: cancellationToken));
        AuditRecord[] events = [.. rows.Select(row => row.ToRecord())];
        var hasMore = events.Length > limit;
        AuditRecord[] shown = hasMore ? events[..limit] : events;
        if (after is not null)
        {
            Array.Reverse(shown);
        }

        var (hasNext, hasPrevious) = after is null ? (hasMore, before is not null) : (true, hasMore);
        return new AuditPage(shown, hasNext && shown is [.., var last] ? last.Id : null, hasPrevious && shown is [var first, ..] ? first.Id : null);
    }

    /// <summary>How many rows match.</summary>
    public async Task<long> CountAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var conditions = Conditions(filter);

        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(
            new CommandDefinition($"SELECT count(*) FROM audit_event {conditions}", conditions.Values, cancellationToken: cancellationToken));
    }

    /// <summary>What kinds of acts there are, in order.</summary>
    public async Task<IReadOnlyList<string>> ActionsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>(
            new CommandDefinition("SELECT DISTINCT action FROM audit_event ORDER BY action LIMIT 500", cancellationToken: cancellationToken))];
    }

    /// <summary>All that match, newest first. Rows written meanwhile may be left out.</summary>
    public async IAsyncEnumerable<AuditRecord> StreamAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Page by page: one long read would keep the write-ahead log growing for as long as a slow reader takes.
        for (long? before = null; ;)
        {
            var page = await ListAsync(filter, LargestLimit, before, cancellationToken);
            foreach (var row in page.Events)
            {
                yield return row;
            }

            if (page.Next is null)
            {
                yield break;
            }

            before = page.Next;
        }
    }

    private static Conditions Conditions(AuditFilter filter) => new Conditions()
        .WhereContains("actor", "Actor", filter.Actor)
        .Where("action = @Action", "Action", filter.Action)
        .Where("drive_id = @DriveId", "DriveId", filter.DriveId)
        .Where("job_id = @JobId", "JobId", filter.JobId)
        .Where("nas = @Nas", "Nas", filter.Nas)
        .Where("outcome = @Outcome", "Outcome", filter.Outcome)
        .Where("at >= @From", "From", UtcText.Of(filter.From))
        .Where("at < @To", "To", UtcText.Of(filter.To))
        .WhereWords(WholeText, filter.Text);
}
