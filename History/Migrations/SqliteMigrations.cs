using System.Data.Common;
using System.Reflection;
using DbUp;
using DbUp.Engine;
using DbUp.Sqlite.Helpers;
using Microsoft.Extensions.Logging;

namespace Burnin.History.Migrations;

/// <summary>The scripts in <c>Sqlite/</c>, each run once, in the order of their names, in a transaction with its own journal row.</summary>
internal static partial class SqliteMigrations
{
    private const string Folder = "Burnin.History.Migrations.Sqlite.";
    private const string Journal = "burnin_schema";

    /// <exception cref="BurninDatabaseException">A script failed and was taken back, or the schema is newer than the program.</exception>
    public static void Run(DbConnection connection, string databasePath, ILogger logger)
    {
        var engine = DeployChanges.To.SqliteDatabase(new SharedConnection(connection))
            .WithScripts(Scripts())
            .JournalToSqliteTable(Journal)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build();

        if (engine.GetExecutedButNotDiscoveredScripts() is { Count: > 0 } unknown)
        {
            throw new BurninDatabaseException(
                $"The database {databasePath} was written by a newer version of Burnin: it has {string.Join(", ", unknown)}, "
                + "which this version does not know. Start the newer version, or give this one a data directory from before the upgrade.");
        }

        // The library tells each look at its journal; what was changed is all that matters.
        var upgrade = engine.PerformUpgrade();
        foreach (var script in upgrade.Scripts)
        {
            LogMigrated(logger, databasePath, script.Name);
        }

        if (!upgrade.Successful)
        {
            throw new BurninDatabaseException(
                $"The database {databasePath} could not be brought up to date: {upgrade.ErrorScript?.Name ?? "the journal"} "
                + $"failed and was taken back: {upgrade.Error.Message}",
                upgrade.Error);
        }
    }

    private static IEnumerable<SqlScript> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (resource.StartsWith(Folder, StringComparison.Ordinal))
            {
                // The bare file name goes into the journal, so that a namespace may change without a second run.
                yield return SqlScript.FromStream(resource[Folder.Length..], assembly.GetManifestResourceStream(resource)!);
            }
        }
    }
}
