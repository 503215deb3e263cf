using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Burnin.History.Sqlite;

/// <summary>
/// The one way to write to the SQLite file, for Orleans and for us: one open connection at a time, first come, first served.
/// Writers that met at the file's own lock would starve each other for seconds. Whoever holds a connection must not open
/// a second one: it would wait for itself.
/// </summary>
public sealed partial class GatedSqliteDataSource : DbDataSource
{
    private readonly ILogger<GatedSqliteDataSource> _logger;
    private long _healings;

    public GatedSqliteDataSource(string databasePath, ILogger<GatedSqliteDataSource> logger)
    {
        _logger = logger;
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = databasePath,
            Mode = SqliteOpenMode.ReadWriteCreate,

            // The driver's 30 s are also Orleans' limit for an answer: the caller would never see the real error.
            DefaultTimeout = 10,
        }.ToString();
    }

    public override string ConnectionString { get; }

    /// <summary>How many callers stand in line now.</summary>
    public int Waiting => Gate.Waiting;

    /// <summary>How often a transaction that nobody ended was rolled back. Anything but 0 is a fault in some caller.</summary>
    public long Healings => Interlocked.Read(ref _healings);

    internal FifoGate Gate { get; } = new();

    internal void CountHealing() => LogHealed(_logger, Interlocked.Increment(ref _healings));

    /// <summary>Takes the gate when it is opened, not now: Orleans creates one only to look at its type.</summary>
    protected override DbConnection CreateDbConnection() => new GatedSqliteConnection(this);

    /// <summary>Comes from both ways of disposing. Closes the idle handles, so that the file may be moved or deleted.</summary>
    protected override void Dispose(bool disposing)
    {
        using var any = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(any);
        base.Dispose(disposing);
    }
}
