using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Burnin.History.Backups;

/// <summary>Puts a backup into a data directory that has no database. Never replaces one: moving the old one away is left to its owner.</summary>
public static class DataRestore
{
    /// <returns>When the backup was made.</returns>
    /// <exception cref="BackupException">The archive is none, or not whole, or the directory is in use. Nothing was changed.</exception>
    public static async Task<DateTimeOffset> RestoreAsync(string archive, string directory, CancellationToken cancellationToken)
    {
        directory = Path.GetFullPath(directory);
        if (InTheWay(directory) is { } taken)
        {
            throw new BackupException($"{taken} is there already. Stop Burnin, move its data directory away, and restore again.");
        }

        // Beside the target, so that moving it there cannot fail half way for want of room.
        var parent = Path.GetDirectoryName(directory) ?? directory;
        try
        {
            Directory.CreateDirectory(parent);
            var unpacked = Directory.CreateDirectory(Path.Combine(parent, $".burnin-restore-{Guid.NewGuid():N}")).FullName;
            try
            {
                var manifest = await UnpackAsync(archive, unpacked, cancellationToken);
                await EnsureWholeAsync(manifest, Path.Combine(unpacked, BackupNames.Database), cancellationToken);
                MoveIn(unpacked, directory);
                return manifest.CreatedAt;
            }
            finally
            {
                Directory.Delete(unpacked, recursive: true);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            throw new BackupException($"{archive} could not be restored: {failure.Message}", failure);
        }
    }

    private static string? InTheWay(string directory) =>
        new[] { BackupNames.Database, BackupNames.Database + "-wal", BackupNames.Keys }
            .Select(name => Path.Combine(directory, name))
            .FirstOrDefault(Path.Exists);

    private static async Task<BackupManifest> UnpackAsync(string archive, string into, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(archive);
        await using var packed = new GZipStream(file, CompressionMode.Decompress);
        await using var entries = new TarReader(packed);
        BackupManifest? manifest = null;
        Directory.CreateDirectory(Path.Combine(into, BackupNames.Keys));
        while (await entries.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry)
        {
            if (entry is not { EntryType: TarEntryType.RegularFile, DataStream: { } content })
            {
                throw new BackupException($"{archive} holds \"{entry.Name}\", which is no part of a backup. Nothing was restored.");
            }

            if (entry.Name == BackupNames.Manifest)
            {
                manifest = BackupManifest.Parse(content);
            }
            else if (entry.Name == BackupNames.Database || BackupNames.IsKey(entry.Name))
            {
                await WriteAsync(content, Path.Combine(into, entry.Name), cancellationToken);
            }
            else
            {
                throw new BackupException($"{archive} holds \"{entry.Name}\", which is no part of a backup. Nothing was restored.");
            }
        }

        return manifest switch
        {
            null => throw new BackupException($"{archive} has no {BackupNames.Manifest}: it is no backup of Burnin."),
            { Format: > BackupManifest.CurrentFormat } =>
                throw new BackupException($"{archive} was made by a newer Burnin ({manifest.BurninVersion}). Restore it with that one."),
            _ => manifest,
        };
    }

    private static async Task WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        await using var file = OwnersFile.Create(path);
        await content.CopyToAsync(file, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private static async Task EnsureWholeAsync(BackupManifest manifest, string database, CancellationToken cancellationToken)
    {
        if (!File.Exists(database) || await FileHash.OfAsync(database, cancellationToken) != manifest.DatabaseSha256)
        {
            throw new BackupException("The backup is not whole: its database is not the one that was packed. Nothing was restored.");
        }

        DatabaseCopy.EnsureSound(database);
    }

    /// <summary>The database comes last: a directory without one is still free.</summary>
    private static void MoveIn(string unpacked, string directory)
    {
        Directory.CreateDirectory(directory);
        Directory.Move(Path.Combine(unpacked, BackupNames.Keys), Path.Combine(directory, BackupNames.Keys));
        File.Move(Path.Combine(unpacked, BackupNames.Database), Path.Combine(directory, BackupNames.Database));
    }
}
