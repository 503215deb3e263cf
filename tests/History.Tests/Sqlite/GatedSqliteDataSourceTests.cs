using System.Data.Common;
using Burnin.History.Audit;
using Burnin.History.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Burnin.History.Tests.Sqlite;

public sealed class GatedSqliteDataSourceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_connection_is_a_SqliteConnection_with_our_settings()
    {
        await using var history = HistoryOnDisk.Created();

        await using (var unopened = history.Gated.CreateConnection())
        {
            Assert.IsType<SqliteConnection>(unopened, exactMatch: false);
        }

        await using var connection = await history.Gated.OpenConnectionAsync(Stop);
        Assert.Equal(2L, connection.Read<long>("PRAGMA synchronous"));
        Assert.Equal(1L, connection.Read<long>("PRAGMA foreign_keys"));
        Assert.Equal(5000L, connection.Read<long>("PRAGMA busy_timeout"));
        Assert.Equal("wal", connection.Read<string>("PRAGMA journal_mode"));
        Assert.Equal(10, ((SqliteConnection)connection).DefaultTimeout);
    }

    [Fact]
    public async Task Connections_are_handed_out_one_at_a_time_in_the_order_of_asking()
    {
        await using var history = HistoryOnDisk.Created();
        var served = new List<int>();
        var inside = 0;
        var first = await history.Gated.OpenConnectionAsync(Stop);

        var line = Enumerable.Range(0, 50).Select(ServeAsync).ToArray();
        Assert.Equal(50, history.Gated.Waiting);
        await first.DisposeAsync();
        await Task.WhenAll(line);

        Assert.Equal(Enumerable.Range(0, 50), served);
        Assert.Equal(0, history.Gated.Waiting);

        async Task ServeAsync(int number)
        {
            await using var connection = await history.Gated.OpenConnectionAsync(Stop);
            Assert.Equal(1, Interlocked.Increment(ref inside));
            served.Add(number);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }
    }

    [Fact]
    public async Task Who_waits_blocking_stands_in_the_same_line()
    {
        await using var history = HistoryOnDisk.Created();
        var served = new List<string>();
        var first = await history.Gated.OpenConnectionAsync(Stop);

        var blocking = Task.Factory.StartNew(
            () =>
            {
                using var connection = history.Gated.OpenConnection();
                served.Add("blocking");
            },
            Stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Reached(() => history.Gated.Waiting == 1);
        var later = LaterAsync();
        await first.DisposeAsync();
        await Task.WhenAll(blocking, later);

        Assert.Equal(["blocking", "later"], served);

        async Task LaterAsync()
        {
            await using var connection = await history.Gated.OpenConnectionAsync(Stop);
            served.Add("later");
        }
    }

    [Fact]
    public async Task Who_gives_up_waiting_neither_keeps_nor_loses_the_gate()
    {
        await using var history = HistoryOnDisk.Created();
        using var givingUp = new CancellationTokenSource();
        var first = await history.Gated.OpenConnectionAsync(Stop);

        var impatient = history.Gated.OpenConnectionAsync(givingUp.Token).AsTask();
        var patient = history.Gated.OpenConnectionAsync(Stop).AsTask();
        await givingUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);

        Assert.Equal(1, history.Gated.Waiting);
        Assert.False(patient.IsCompleted);
        await first.DisposeAsync();
        await (await patient).DisposeAsync();
        await TakeAndReturn(history.Gated);
    }

    [Fact]
    public async Task Giving_up_while_being_served_never_loses_the_gate()
    {
        await using var history = HistoryOnDisk.Created();

        for (var round = 0; round < 200; round++)
        {
            using var givingUp = new CancellationTokenSource();
            var first = await history.Gated.OpenConnectionAsync(Stop);
            var second = history.Gated.OpenConnectionAsync(givingUp.Token).AsTask();

            await Task.WhenAll(
                Task.Run(first.Dispose, Stop),
                Task.Run(givingUp.Cancel, Stop));

            try
            {
                await (await second).DisposeAsync();
            }
            catch (OperationCanceledException)
            {
            }
        }

        await TakeAndReturn(history.Gated);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_takes_nothing()
    {
        await using var history = HistoryOnDisk.Created();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await history.Gated.OpenConnectionAsync(new CancellationToken(canceled: true)));

        await TakeAndReturn(history.Gated);
    }

    [Fact]
    public async Task Disposing_twice_lets_only_one_in()
    {
        await using var history = HistoryOnDisk.Created();
        var first = await history.Gated.OpenConnectionAsync(Stop);

        await first.CloseAsync();
        await first.DisposeAsync();
        await first.DisposeAsync();

        await using var second = await history.Gated.OpenConnectionAsync(Stop);
        var third = history.Gated.OpenConnectionAsync(Stop).AsTask();
        await first.DisposeAsync();
        Assert.Equal(1, history.Gated.Waiting);
        Assert.False(third.IsCompleted);
        await second.DisposeAsync();
        await (await third).DisposeAsync();
    }

    [Fact]
    public async Task A_connection_that_cannot_be_opened_gives_the_gate_back()
    {
        await using var source = new GatedSqliteDataSource(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "burnin.db"), NullLogger<GatedSqliteDataSource>.Instance);

        await Assert.ThrowsAsync<SqliteException>(async () => await source.OpenConnectionAsync(Stop));
        Assert.Throws<SqliteException>(() => source.OpenConnection());
        await Assert.ThrowsAsync<SqliteException>(async () => await source.OpenConnectionAsync(Stop));
    }

    [Fact]
    public async Task A_transaction_that_nobody_ended_is_rolled_back_and_counted()
    {
        await using var history = HistoryOnDisk.Created();

        await using (var careless = await history.Gated.OpenConnectionAsync(Stop))
        {
            careless.Execute("BEGIN IMMEDIATE; INSERT INTO OrleansQuery VALUES ('leaked', 'row');");
        }

        Assert.Equal(1, history.Gated.Healings);
        await using var next = await history.Gated.OpenConnectionAsync(Stop);
        next.Execute("BEGIN IMMEDIATE; INSERT INTO OrleansQuery VALUES ('kept', 'row'); COMMIT;");
        Assert.Equal(0L, next.Read<long>("SELECT count(*) FROM OrleansQuery WHERE QueryKey = 'leaked'"));
        Assert.Equal(1L, next.Read<long>("SELECT count(*) FROM OrleansQuery WHERE QueryKey = 'kept'"));
    }

    [Fact]
    public async Task A_failed_statement_inside_a_transaction_of_text_does_not_poison_the_next_write()
    {
        await using var history = HistoryOnDisk.Created();

        await using (var careless = await history.Gated.OpenConnectionAsync(Stop))
        {
            Assert.Throws<SqliteException>(() => careless.Execute("BEGIN TRANSACTION; INSERT INTO no_such_table VALUES (1); COMMIT;"));
        }

        await using var next = await history.Gated.OpenConnectionAsync(Stop);
        next.Execute("BEGIN TRANSACTION; INSERT INTO OrleansQuery VALUES ('kept', 'row'); COMMIT;");
        Assert.Equal(1, history.Gated.Healings);
    }

    [Fact]
    public async Task The_drivers_own_transactions_need_no_healing()
    {
        await using var history = HistoryOnDisk.Created();

        await using (var connection = await history.Gated.OpenConnectionAsync(Stop))
        {
            _ = await connection.BeginTransactionAsync(Stop);
            connection.Execute("INSERT INTO OrleansQuery VALUES ('abandoned', 'row')");
        }

        Assert.Equal(0, history.Gated.Healings);
        Assert.Equal(0L, history.Read<long>("SELECT count(*) FROM OrleansQuery WHERE QueryKey = 'abandoned'"));
    }

    [Fact]
    public async Task A_strangers_lock_of_a_second_only_delays_a_write()
    {
        await using var history = HistoryOnDisk.Created();
        using var foreign = history.Foreign();
        foreign.Execute("BEGIN IMMEDIATE");

        var writing = Task.Run(() => history.Commands.RecordAsync(AnyCommand, Stop), Stop);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Stop);
        Assert.False(writing.IsCompleted);
        foreign.Execute("COMMIT");
        await writing;

        Assert.Equal(1L, history.Read<long>("SELECT count(*) FROM audit_event"));
    }

    [Fact]
    public async Task Readers_wait_for_no_writer()
    {
        await using var history = HistoryOnDisk.Created();
        await using var writer = await history.Gated.OpenConnectionAsync(Stop);
        writer.Execute("BEGIN IMMEDIATE; INSERT INTO OrleansQuery VALUES ('unseen', 'row');");

        Assert.Empty((await history.Jobs.ListAsync(new(), Stop)).Jobs);
        Assert.Empty(await history.Ledger.UnfinishedAsync(Stop));

        writer.Execute("ROLLBACK");
    }

    private static CommandRecord AnyCommand => new() { Actor = "ada", Action = "nas_add", Outcome = "done", Detail = "x" };

    private static async Task TakeAndReturn(DbDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync(Stop);
        Assert.Equal(1L, connection.Read<long>("SELECT 1"));
    }

    private static async Task Reached(Func<bool> condition)
    {
        while (!condition())
        {
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
