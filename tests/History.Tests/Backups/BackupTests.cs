using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using Burnin.History.Audit;
using Burnin.History.Backups;
using Burnin.History.Tests.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Burnin.History.Tests.Backups;

/// <summary>A backup made while the database is written to, and what becomes of it in another directory.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string other = Directory.CreateTempSubdirectory("burnin-restored-").FullName;
    private long entries;

    private string Restored => Path.Combine(other, "data");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(other, recursive: true);
    }

    [Fact]
    public async Task What_is_restored_is_what_was_there_when_the_backup_was_made_whoever_wrote_meanwhile()
    {
        await using var history = HistoryOnDisk.Created();
        PutKey(history, "key-1.xml", "<key/>");
        await AppendAsync(history, "before");
        using var enough = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await AppendAsync(history, "meanwhile");
            }
        }, Token);

        var made = await BackupOf(history).MakeAsync(Token);
        await enough.CancelAsync();
        await writer;
        await AppendAsync(history, "after");
        await DataRestore.RestoreAsync(made.Path, Restored, Token);

        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(Restored, "keys", "key-1.xml"), Token));
        await using var again = HistoryOnDisk.In(Restored);
        again.Database.EnsureCreated();
        Assert.IsType<AuditVerification.Intact>(await again.Chain.VerifyAsync(Token));
        Assert.Equal((1, 0), (Count(again, "before"), Count(again, "after")));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Nobody_else_may_read_it_for_it_holds_the_keys()
    {
        await using var history = HistoryOnDisk.Created();

        var made = await BackupOf(history).MakeAsync(Token);
        await DataRestore.RestoreAsync(made.Path, Restored, Token);

        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal((ownerOnly, ownerOnly), (File.GetUnixFileMode(made.Path), File.GetUnixFileMode(Path.Combine(Restored, "burnin.db"))));
    }

    [Fact]
    public async Task Backups_are_listed_newest_first_and_nothing_unfinished_stays()
    {
        await using var history = HistoryOnDisk.Created();
        var backup = BackupOf(history);

        var first = await backup.MakeAsync(Token);
        history.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await backup.MakeAsync(Token);

        Assert.Equal([second, first], backup.List());
        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(first.Path)!).Length);
    }

    [Fact]
    public async Task A_directory_without_a_database_is_no_data_directory()
    {
        await using var history = HistoryOnDisk.New();

        var refused = await Assert.ThrowsAsync<BackupException>(() => BackupOf(history).MakeAsync(Token));

        Assert.StartsWith("There is no database in ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(BackupOf(history).List());
    }

    [Fact]
    public async Task A_database_that_is_there_already_is_never_replaced()
    {
        await using var history = HistoryOnDisk.Created();
        var made = await BackupOf(history).MakeAsync(Token);
        Directory.CreateDirectory(Restored);
        await File.WriteAllTextAsync(Path.Combine(Restored, "burnin.db"), "dear to somebody", Token);

        var refused = await Assert.ThrowsAsync<BackupException>(() => DataRestore.RestoreAsync(made.Path, Restored, Token));

        Assert.Contains("is there already", refused.Message, StringComparison.Ordinal);
        Assert.Equal("dear to somebody", await File.ReadAllTextAsync(Path.Combine(Restored, "burnin.db"), Token));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.99)]
    public async Task A_cut_archive_is_refused_and_leaves_nothing(double kept)
    {
        await using var history = HistoryOnDisk.Created();
        var made = await BackupOf(history).MakeAsync(Token);
        await using (var file = File.OpenWrite(made.Path))
        {
            file.SetLength((long)(made.Bytes * kept));
        }

        await IsRefusedAsync(made.Path);
    }

    [Fact]
    public async Task A_database_that_is_not_the_packed_one_is_refused()
    {
        await using var history = HistoryOnDisk.Created();
        var made = await BackupOf(history).MakeAsync(Token);

        var refused = await IsRefusedAsync(await RepackedAsync(made.Path, entry => entry.Name == "burnin.db"
            ? new PaxTarEntry(TarEntryType.RegularFile, entry.Name) { DataStream = new MemoryStream([1, 2, 3]) }
            : entry));

        Assert.Contains("not the one that was packed", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keys/../../outside.xml")]
    [InlineData("/etc/burnin.xml")]
    [InlineData("keys/run.sh")]
    public async Task Nothing_but_the_parts_of_a_backup_is_unpacked(string name)
    {
        await using var history = HistoryOnDisk.Created();
        var made = await BackupOf(history).MakeAsync(Token);

        var refused = await IsRefusedAsync(await RepackedAsync(made.Path, entry => entry.Name == "manifest.json"
            ? new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([1]) }
            : entry));

        Assert.Contains("which is no part of a backup", refused.Message, StringComparison.Ordinal);
    }

    private async Task<BackupException> IsRefusedAsync(string archive)
    {
        var refused = await Assert.ThrowsAsync<BackupException>(() => DataRestore.RestoreAsync(archive, Restored, Token));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(other), entry => Path.GetFileName(entry) != "repacked.tar.gz");
        return refused;
    }

    private async Task<string> RepackedAsync(string archive, Func<TarEntry, TarEntry> change)
    {
        var path = Path.Combine(other, "repacked.tar.gz");
        await using var from = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        await using var to = new TarWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        while (await from.GetNextEntryAsync(copyData: true, Token) is { } entry)
        {
            await to.WriteEntryAsync(change(entry), Token);
        }

        return path;
    }

    private static DataBackup BackupOf(HistoryOnDisk history) => history.Services.GetRequiredService<DataBackup>();

    private static void PutKey(HistoryOnDisk history, string name, string content)
    {
        var keys = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(history.Path)!, "keys"));
        File.WriteAllText(Path.Combine(keys.FullName, name), content);
    }

    private Task AppendAsync(HistoryOnDisk history, string action) =>
        history.Trail.AppendAsync([AnEntry.Of("backup-tests", ++entries) with { Action = action }], Token);

    private static long Count(HistoryOnDisk history, string action) =>
        history.Read<long>($"SELECT count(*) FROM audit_event WHERE action = '{action}'");
}
