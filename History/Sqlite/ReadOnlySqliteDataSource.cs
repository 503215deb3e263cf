using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Burnin.History.Sqlite;

/// <summary>For pages and exports: any number at once, beside the writers. In WAL mode neither side waits for the other.</summary>
internal sealed class ReadOnlySqliteDataSource(string databasePath) : DbDataSource
{
    public override string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = databasePath,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = 10,
    }.ToString();

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    /// <summary>Comes from both ways of disposing. Closes the idle handles, so that the file may be moved or deleted.</summary>
    protected override void Dispose(bool disposing)
    {
        using var any = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(any);
        base.Dispose(disposing);
    }
}
