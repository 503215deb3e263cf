using Microsoft.Extensions.Options;

namespace Burnin.History.Tests;

public sealed class BurninDatabaseTests
{
    private static readonly string[] Scripts =
        ["0001_orleans_persistence.sql", "0002_orleans_reminders.sql", "0003_jobs.sql", "0004_audit.sql", "0005_evidence.sql", "0006_job_lists.sql", "0010_smart.sql", "0011_speed_curves.sql", "0015_heat.sql"];

    [Fact]
    public async Task It_makes_directory_file_and_schema_from_nothing()
    {
        await using var history = HistoryOnDisk.New();

        history.Database.EnsureCreated();

        Assert.Equal(
            string.Join(',', Scripts),
            history.Read<string>("SELECT group_concat(ScriptName) FROM (SELECT ScriptName FROM burnin_schema ORDER BY SchemaVersionID)"));
        Assert.Equal("wal", history.Read<string>("PRAGMA journal_mode"));
        Assert.Equal(11L, history.Read<long>("SELECT count(*) FROM OrleansQuery"));
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await using var history = HistoryOnDisk.Created();
        var journal = history.Read<string>("SELECT group_concat(SchemaVersionID || Applied) FROM burnin_schema");
        await using var second = history.Again();

        history.Database.EnsureCreated();
        second.Database.EnsureCreated();

        Assert.Equal(journal, history.Read<string>("SELECT group_concat(SchemaVersionID || Applied) FROM burnin_schema"));
    }

    [Fact]
    public async Task A_schema_newer_than_the_program_stops_the_start_and_names_what_is_unknown()
    {
        await using var history = HistoryOnDisk.Created();
        history.Execute("INSERT INTO burnin_schema (ScriptName, Applied) VALUES ('0099_from_the_future.sql', '2030-01-01')");

        var refusal = Assert.Throws<BurninDatabaseException>(history.Database.EnsureCreated);

        Assert.Contains("newer version of Burnin", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("0099_from_the_future.sql", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(history.Path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_fails_is_named_taken_back_whole_and_run_at_the_next_start()
    {
        await using var history = HistoryOnDisk.New();
        Directory.CreateDirectory(Path.GetDirectoryName(history.Path)!);
        history.Execute("CREATE TABLE burnin_stage (stranger TEXT)");

        var failure = Assert.Throws<BurninDatabaseException>(history.Database.EnsureCreated);

        Assert.Contains("0003_jobs.sql", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0L, history.Read<long>("SELECT count(*) FROM sqlite_master WHERE name = 'burnin_job'"));
        Assert.Equal(2L, history.Read<long>("SELECT count(*) FROM burnin_schema"));

        history.Execute("DROP TABLE burnin_stage");
        history.Database.EnsureCreated();
        Assert.Equal(Scripts.Length, history.Read<long>("SELECT count(*) FROM burnin_schema"));
    }

    [Fact]
    public async Task An_upgrade_fills_the_new_columns_of_jobs_that_are_there()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Ledger.RecordAsync(Jobs.AJob.Failed("OLD"), TestContext.Current.CancellationToken);
        history.Execute("""
            DROP INDEX ix_burnin_job_finished;
            DROP INDEX ix_burnin_job_verdict;
            DROP INDEX ix_burnin_job_model_created;
            DROP INDEX ix_burnin_job_profile;
            ALTER TABLE burnin_job DROP COLUMN duration_seconds;
            ALTER TABLE burnin_job DROP COLUMN tested_bytes;
            DELETE FROM burnin_schema WHERE ScriptName = '0006_job_lists.sql';
            """);

        history.Database.EnsureCreated();

        Assert.Equal(7140.0, history.Read<double>("SELECT duration_seconds FROM burnin_job"));
        Assert.Equal(1_000_000_000_000, history.Read<long>("SELECT tested_bytes FROM burnin_job"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await using var history = HistoryOnDisk.New();
        Directory.CreateDirectory(Path.GetDirectoryName(history.Path)!);
        await File.WriteAllTextAsync(history.Path, new string('x', 8192), TestContext.Current.CancellationToken);

        var failure = Assert.Throws<BurninDatabaseException>(history.Database.EnsureCreated);

        Assert.Contains(history.Path, failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, history.Gated.Waiting);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_named()
    {
        var file = Path.GetTempFileName();
        await using var history = HistoryOnDisk.In(Path.Combine(file, "data"));

        var failure = Assert.Throws<BurninDatabaseException>(history.Database.EnsureCreated);

        Assert.Contains(history.Path, failure.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task Without_a_data_directory_the_option_is_named()
    {
        await using var history = HistoryOnDisk.In("");

        var failure = Assert.Throws<OptionsValidationException>(() => history.Database);

        Assert.Contains("DataDirectory", failure.Message, StringComparison.Ordinal);
    }
}
