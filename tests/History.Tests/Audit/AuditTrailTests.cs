using Burnin.Domain.Audit;
using Burnin.History.Audit;
using Microsoft.Data.Sqlite;

namespace Burnin.History.Tests.Audit;

public sealed class AuditTrailTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_sent_twice_is_one_row_and_leaves_the_chain_whole()
    {
        await using var history = HistoryOnDisk.Created();

        await history.Trail.AppendAsync([AnEntry.Of("job:1", 1), AnEntry.Of("job:1", 2)], Stop);
        await history.Trail.AppendAsync([AnEntry.Of("job:1", 2) with { Detail = "told otherwise" }, AnEntry.Of("job:1", 3)], Stop);
        await history.Trail.AppendAsync([AnEntry.Of("job:1", 3), AnEntry.Of("job:1", 3)], Stop);

        var page = await history.Log.ListAsync(new AuditFilter(), 50, before: null, Stop);
        Assert.Equal(["job:1 said 3", "job:1 said 2", "job:1 said 1"], page.Events.Select(row => row.Detail));
        Assert.Equal([3L, 2L, 1L], page.Events.Select(row => row.Id));
        Assert.Equal(3, Assert.IsType<AuditVerification.Intact>(await history.Chain.VerifyAsync(Stop)).Rows);
    }

    [Fact]
    public async Task A_batch_is_written_whole_or_not_at_all()
    {
        await using var history = HistoryOnDisk.Created();
        AuditEntry[] batch = [AnEntry.Of("job:1", 1), AnEntry.Of("job:1", 2) with { Detail = null! }];

        await Assert.ThrowsAsync<SqliteException>(() => history.Trail.AppendAsync(batch, Stop));

        Assert.Equal(0L, history.Read<long>("SELECT count(*) FROM audit_event"));
        await history.Trail.AppendAsync([AnEntry.Of("job:1", 1)], Stop);
        Assert.IsType<AuditVerification.Intact>(await history.Chain.VerifyAsync(Stop));
    }

    [Fact]
    public async Task Fifty_appends_at_once_make_one_unbroken_chain()
    {
        await using var history = HistoryOnDisk.Created();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(
            () => history.Trail.AppendAsync([AnEntry.Of($"job:{number}", 1), AnEntry.Of($"job:{number}", 2)], Stop), Stop)));

        Assert.Equal(100, Assert.IsType<AuditVerification.Intact>(await history.Chain.VerifyAsync(Stop)).Rows);
        Assert.Equal(0, history.Gated.Healings);
    }

    [Theory]
    [InlineData("UPDATE audit_event SET actor = 'mallory' WHERE id = 1")]
    [InlineData("DELETE FROM audit_event WHERE id = 1")]
    [InlineData("DELETE FROM audit_event")]
    [InlineData("INSERT OR REPLACE INTO audit_event SELECT id, source, sequence, at, 'mallory', action, drive_id, job_id, nas, outcome, detail, previous_hash, hash FROM audit_event WHERE id = 1")]
    [InlineData("INSERT OR REPLACE INTO audit_event SELECT 99, source, sequence, at, 'mallory', action, drive_id, job_id, nas, outcome, detail, previous_hash, hash FROM audit_event WHERE id = 1")]
    public async Task A_row_once_written_is_neither_changed_nor_deleted_nor_replaced(string sql)
    {
        await using var history = HistoryOnDisk.Created();
        await history.Trail.AppendAsync([AnEntry.Of("job:1", 1)], Stop);

        var refusal = Assert.Throws<SqliteException>(() => history.Execute(sql));

        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, Assert.IsType<AuditVerification.Intact>(await history.Chain.VerifyAsync(Stop)).Rows);
    }

    [Fact]
    public async Task A_command_of_the_web_is_an_entry_of_its_own_at_the_time_of_the_clock()
    {
        await using var history = HistoryOnDisk.Created();
        var command = new CommandRecord { Actor = "ada", Action = "nas_add", Nas = "attic", Outcome = "refused", Detail = "No such host." };

        await history.Commands.RecordAsync(command, Stop);
        history.Clock.Advance(TimeSpan.FromMinutes(1));
        await history.Commands.RecordAsync(command, Stop);

        var events = (await history.Log.ListAsync(new AuditFilter(), 50, before: null, Stop)).Events;
        Assert.Equal(2, events.Count);
        Assert.Equal(history.Clock.GetUtcNow(), events[0].At);
        Assert.Equal(("ada", "nas_add", "attic", "refused"), (events[0].Actor, events[0].Action, events[0].Nas, events[0].Outcome));
        Assert.NotEqual(events[0].Source, events[1].Source);
        Assert.All(events, row => Assert.StartsWith("web:", row.Source, StringComparison.Ordinal));
    }
}
