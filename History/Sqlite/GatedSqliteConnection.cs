using System.Data;
using Microsoft.Data.Sqlite;

namespace Burnin.History.Sqlite;

/// <summary>Holds the gate of its data source from open to close, and leaves no transaction behind in the pool.</summary>
internal sealed class GatedSqliteConnection(GatedSqliteDataSource source)
    : SqliteConnection(source.ConnectionString)
{
    // Wakes sooner after a foreign lock than the driver's own retries; these then go on until the command's timeout.
    private const string Settings = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";

    private int _holdsGate;

    public override void Open()
    {
        if (State == ConnectionState.Open)
        {
            return;
        }

        // The same line as for those who do not block, else the order would be lost.
        source.Gate.EnterAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        OpenInside();
    }

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (State == ConnectionState.Open)
        {
            return;
        }

        await source.Gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        OpenInside();
    }

    public override void Close()
    {
        try
        {
            RollBackWhatWasLeft();
        }
        finally
        {
            CloseAndLeave();
        }
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            base.Dispose(disposing);
        }
        finally
        {
            // Only matters in the finalizer: a connection that was lost must not keep the gate shut for ever.
            Leave();
        }
    }

    private void OpenInside()
    {
        _holdsGate = 1;
        try
        {
            base.Open();
            RollBackWhatWasLeft();
            Execute(Settings);
        }
        catch
        {
            CloseAndLeave();
            throw;
        }
    }

    /// <summary>
    /// The driver only ends transactions it began itself. One begun by the text of a command would stay open on the
    /// pooled handle, and every later write would fail.
    /// </summary>
    private void RollBackWhatWasLeft()
    {
        if (State == ConnectionState.Open && Transaction is null && SQLitePCL.raw.sqlite3_get_autocommit(Handle) == 0)
        {
            Execute("ROLLBACK");
            source.CountHealing();
        }
    }

    private void Execute(string sql)
    {
        using var command = CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void CloseAndLeave()
    {
        try
        {
            base.Close();
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        if (Interlocked.Exchange(ref _holdsGate, 0) == 1)
        {
            source.Gate.Leave();
        }
    }
}
