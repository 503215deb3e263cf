using System.Data.Common;
using Burnin.History.Migrations;
using Burnin.History.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burnin.History;

/// <summary>The database file. <see cref="EnsureCreated"/> comes before everything else: Orleans reads its queries from it at once.</summary>
public sealed class BurninDatabase
{
    private readonly string _path;
    private readonly GatedSqliteDataSource _source;
    private readonly ILogger<BurninDatabase> _logger;

    internal BurninDatabase(IOptions<HistoryOptions> options, GatedSqliteDataSource source, ILogger<BurninDatabase> logger)
    {
        _path = options.Value.DatabasePath;
        _source = source;
        _logger = logger;
    }

    /// <summary>Makes the directory and the file, and brings the schema up to date. Does nothing where all is there.</summary>
    /// <exception cref="BurninDatabaseException">It cannot be done, or the file belongs to a newer program.</exception>
    public void EnsureCreated()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            using var connection = _source.OpenConnection();
            SwitchToWal(connection);
            SqliteMigrations.Run(connection, _path, _logger);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BurninDatabaseException($"The database {_path} cannot be opened: {exception.Message}", exception);
        }
    }

    /// <summary>Stays with the file. Without it readers and writers block each other.</summary>
    private void SwitchToWal(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";

        if (command.ExecuteScalar() is not "wal")
        {
            throw new BurninDatabaseException(
                $"The database {_path} lies on a file system without shared memory, which SQLite's write-ahead log needs. "
                + "Put the data directory on a local disk.");
        }
    }
}
