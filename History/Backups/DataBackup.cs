using System.Formats.Tar;
using System.IO.Compression;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Burnin.History.Backups;

/// <summary>
/// Backups of the data directory, made while it is used: the database and the keys that open its secrets, in one archive that
/// only this user may read. Lies in <c>backups/</c> of the same directory until somebody takes it elsewhere.
/// </summary>
public sealed class DataBackup : IDisposable
{
    private readonly string directory;
    private readonly string databasePath;
    private readonly TimeProvider clock;

    /// <summary>Two at a time would only be slower, and could want the same name.</summary>
    private readonly SemaphoreSlim oneAtATime = new(1);

    internal DataBackup(IOptions<HistoryOptions> options, TimeProvider clock)
    {
        directory = Path.GetFullPath(options.Value.DataDirectory);
        databasePath = options.Value.DatabasePath;
        this.clock = clock;
    }

    private string Backups => Path.Combine(directory, BackupNames.Directory);

    /// <exception cref="BackupException">There is nothing to back up, or no room for it.</exception>
    public async Task<BackupFile> MakeAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await MakeOneAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new BackupException($"{directory} could not be backed up: {failure.Message}", failure);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BackupFile> List() =>
        Directory.Exists(Backups)
            ? [.. new DirectoryInfo(Backups).EnumerateFiles(BackupNames.All)
                .OrderByDescending(file => file.Name, StringComparer.Ordinal)
                .Select(file => new BackupFile(file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc)))]
            : [];

    public void Dispose() => oneAtATime.Dispose();

    private async Task<BackupFile> MakeOneAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(databasePath))
        {
            throw new BackupException($"There is no database in {directory}. Name the data directory of Burnin.");
        }

        Directory.CreateDirectory(Backups);
        var now = clock.GetUtcNow();
        var path = Path.Combine(Backups, BackupNames.FileName(now));
        var copy = path + ".db";
        var unfinished = path + ".unfinished";
        try
        {
            await Task.Run(() => DatabaseCopy.Write(databasePath, copy), cancellationToken);
            await PackAsync(unfinished, copy, now, cancellationToken);

            // Only a whole one gets the name by which it will be trusted.
            File.Move(unfinished, path);
            File.SetLastWriteTimeUtc(path, now.UtcDateTime);
            return new BackupFile(path, new FileInfo(path).Length, now);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(unfinished);
        }
    }

    private async Task PackAsync(string path, string copy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            CreatedAt = now,
            BurninVersion = typeof(DataBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
            DatabaseBytes = new FileInfo(copy).Length,
            DatabaseSha256 = await FileHash.OfAsync(copy, cancellationToken),
        };

        await using var file = OwnersFile.Create(path);
        await using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        await using (var archive = new TarWriter(packed, TarEntryFormat.Pax, leaveOpen: true))
        {
            using var json = new MemoryStream(manifest.ToJson());
            await archive.WriteEntryAsync(
                new PaxTarEntry(TarEntryType.RegularFile, BackupNames.Manifest) { DataStream = json, Mode = OwnersFile.Mode }, cancellationToken);
            await archive.WriteEntryAsync(copy, BackupNames.Database, cancellationToken);
            foreach (var key in Keys())
            {
                await archive.WriteEntryAsync(key, $"{BackupNames.Keys}/{Path.GetFileName(key)}", cancellationToken);
            }
        }

        file.Flush(flushToDisk: true);
    }

    private IEnumerable<string> Keys() =>
        Path.Combine(directory, BackupNames.Keys) is var keys && Directory.Exists(keys)
            ? Directory.EnumerateFiles(keys, "*.xml").Order(StringComparer.Ordinal)
            : [];
}
