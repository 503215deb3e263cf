using Microsoft.Data.Sqlite;

namespace Burnin.History.Backups;

/// <summary>Copies of the database through SQLite itself: one consistent moment, whoever writes meanwhile, and proved to be sound.</summary>
internal static class DatabaseCopy
{
    /// <summary>Writers go on: in WAL mode the copy is a reader like any other.</summary>
    /// <exception cref="BackupException">The copy is not sound.</exception>
    public static void Write(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using (var copy = Open(to, SqliteOpenMode.ReadWriteCreate))
        {
            source.BackupDatabase(copy);

            // A file of its own, without a journal beside it that would have to be packed too.
            Ask(copy, "PRAGMA journal_mode=DELETE");
        }

        EnsureSound(to);
    }

    /// <exception cref="BackupException">SQLite finds faults in it.</exception>
    public static void EnsureSound(string path)
    {
        try
        {
            using var database = Open(path, SqliteOpenMode.ReadOnly);
            if (Ask(database, "PRAGMA quick_check(1)") is var answer and not "ok")
            {
                throw new BackupException($"The copy of the database is damaged: {answer}.");
            }
        }
        catch (SqliteException damaged)
        {
            throw new BackupException($"The copy of the database is damaged: {damaged.Message}", damaged);
        }
    }

    private static string? Ask(SqliteConnection database, string question)
    {
        using var command = database.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar()?.ToString();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
