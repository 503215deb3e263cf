using Burnin.History.Sqlite;
using Dapper;

namespace Burnin.History.Tests.Sqlite;

/// <summary>What Orleans' ADO.NET providers expect of each text in OrleansQuery.</summary>
public sealed class OrleansQueriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_text_begins_or_ends_a_transaction()
    {
        await using var history = HistoryOnDisk.Created();

        Assert.Equal(0L, history.Read<long>(
            "SELECT count(*) FROM OrleansQuery WHERE QueryText LIKE '%BEGIN %' OR QueryText LIKE '%BEGIN;%' OR QueryText LIKE '%COMMIT%'"));
    }

    [Fact]
    public async Task State_is_written_by_version_and_only_by_the_one_who_knows_it()
    {
        await using var history = HistoryOnDisk.Created();
        var grain = new Grain(history.Gated, "drive:5000c500");

        Assert.Equal(1, await grain.AskAsync("WriteToStorageKey", version: null, payload: "one"));
        Assert.Null(await grain.AskAsync("WriteToStorageKey", version: null, payload: "a second first write"));
        Assert.Equal(2, await grain.AskAsync("WriteToStorageKey", version: 1, payload: "two"));
        Assert.Null(await grain.AskAsync("WriteToStorageKey", version: 1, payload: "stale"));
        Assert.Equal(("two", 2), await grain.ReadAsync());
    }

    [Fact]
    public async Task Clearing_keeps_the_row_and_its_version_deleting_does_not()
    {
        await using var history = HistoryOnDisk.Created();
        var grain = new Grain(history.Gated, "job:01");
        await grain.AskAsync("WriteToStorageKey", version: null, payload: "one");

        Assert.Null(await grain.AskAsync("ClearStorageKey", version: 7));
        Assert.Equal(2, await grain.AskAsync("ClearStorageKey", version: 1));
        Assert.Equal((null, 2), await grain.ReadAsync());
        Assert.Equal(3, await grain.AskAsync("WriteToStorageKey", version: 2, payload: "again"));
        Assert.Null(await grain.AskAsync("DeleteStorageKey", version: 2));
        Assert.Equal(4, await grain.AskAsync("DeleteStorageKey", version: 3));
        Assert.Equal(0L, history.Read<long>("SELECT count(*) FROM OrleansStorage"));
    }

    [Fact]
    public async Task Grains_of_one_hash_and_different_names_have_rows_of_their_own()
    {
        await using var history = HistoryOnDisk.Created();
        var first = new Grain(history.Gated, "drive:a");
        var second = new Grain(history.Gated, "drive:b");
        var nameless = new Grain(history.Gated, extension: null);

        Assert.Equal(1, await first.AskAsync("WriteToStorageKey", version: null, payload: "a"));
        Assert.Equal(1, await second.AskAsync("WriteToStorageKey", version: null, payload: "b"));
        Assert.Equal(1, await nameless.AskAsync("WriteToStorageKey", version: null, payload: "none"));
        Assert.Null(await nameless.AskAsync("WriteToStorageKey", version: null, payload: "twice"));

        Assert.Equal(("a", 1), await first.ReadAsync());
        Assert.Equal(("none", 1), await nameless.ReadAsync());
    }

    [Fact]
    public async Task Reminders_are_upserted_read_by_range_and_deleted_by_version()
    {
        await using var history = HistoryOnDisk.Created();
        await using var connection = await history.Gated.OpenConnectionAsync(Stop);
        var reminder = new
        {
            ServiceId = "burnin",
            GrainId = "job/01",
            ReminderName = "watch",
            Period = 60_000,
            GrainHash = -5,
            StartTime = new DateTime(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc),
        };

        Assert.Equal(0, await connection.ExecuteScalarAsync<long>(Text("UpsertReminderRowKey"), reminder));
        Assert.Equal(1, await connection.ExecuteScalarAsync<long>(Text("UpsertReminderRowKey"), reminder));
        Assert.Single(await connection.QueryAsync(Text("ReadReminderRowKey"), reminder));
        Assert.Single(await connection.QueryAsync(Text("ReadReminderRowsKey"), reminder));
        Assert.Single(await Range("ReadRangeRows1Key", begin: -10, end: -5));
        Assert.Empty(await Range("ReadRangeRows1Key", begin: -5, end: 10));
        Assert.Single(await Range("ReadRangeRows2Key", begin: 10, end: -5));
        Assert.Equal(0, await DeleteAsync(version: 0));
        Assert.Equal(1, await DeleteAsync(version: 1));

        string Text(string key) => connection.Read<string>($"SELECT QueryText FROM OrleansQuery WHERE QueryKey = '{key}'");

        Task<IEnumerable<dynamic>> Range(string key, int begin, int end) =>
            connection.QueryAsync(Text(key), new { ServiceId = "burnin", BeginHash = begin, EndHash = end });

        Task<long> DeleteAsync(int version) => connection.ExecuteScalarAsync<long>(
            Text("DeleteReminderRowKey"), new { reminder.ServiceId, reminder.GrainId, reminder.ReminderName, Version = version });
    }

    private sealed class Grain(GatedSqliteDataSource source, string? extension)
    {
        /// <summary>The new version, or null for a conflict. Of several result sets at most one has a row, as Orleans reads them.</summary>
        public async Task<long?> AskAsync(string key, int? version, string? payload = null)
        {
            await using var connection = await source.OpenConnectionAsync(Stop);
            await using var reader = await connection.ExecuteReaderAsync(await TextAsync(connection, key), Values(version, payload));

            var versions = new List<long>();
            do
            {
                while (await reader.ReadAsync(Stop))
                {
                    versions.Add((long)reader[0]);
                }
            }
            while (await reader.NextResultAsync(Stop));

            return versions.Count == 0 ? null : Assert.Single(versions);
        }

        public async Task<(string? Payload, long Version)> ReadAsync()
        {
            await using var connection = await source.OpenConnectionAsync(Stop);
            await using var reader = await connection.ExecuteReaderAsync(await TextAsync(connection, "ReadFromStorageKey"), Values(null, null));
            Assert.True(await reader.ReadAsync(Stop));
            return (reader["PayloadBinary"] is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null, (long)reader["Version"]);
        }

        private static Task<string> TextAsync(System.Data.Common.DbConnection connection, string key) =>
            connection.QuerySingleAsync<string>("SELECT QueryText FROM OrleansQuery WHERE QueryKey = @key", new { key });

        private object Values(int? version, string? payload) => new
        {
            GrainIdHash = 1,
            GrainIdN0 = 0L,
            GrainIdN1 = 0L,
            GrainTypeHash = 2,
            GrainTypeString = "drive",
            GrainIdExtensionString = extension,
            ServiceId = "burnin",
            GrainStateVersion = version,
            PayloadBinary = payload is null ? null : System.Text.Encoding.UTF8.GetBytes(payload),
        };
    }
}
