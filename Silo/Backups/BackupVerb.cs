using Burnin.History;
using Burnin.History.Backups;

namespace Burnin.Silo.Backups;

/// <summary><c>backup [DIRECTORY]</c>: a backup from a shell, of a running Burnin or of one that is stopped.</summary>
internal static class BackupVerb
{
    public const string Name = "backup";

    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUse = 2;

    private const string Usage =
        """
        burnin backup [DIRECTORY]
          Packs the database and the keys into DIRECTORY/backups/burnin-TIME.tar.gz, while Burnin may run, and prints its path.
          DIRECTORY is the data directory, ./data if none is named. Ends with 0 if it is made, 1 if not, 2 on wrong use.
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Length > 2 || args is [_, ['-', ..]])
        {
            await errors.WriteLineAsync(Usage);
            return args is [_, "--help"] ? Done : WrongUse;
        }

        await using var history = new ServiceCollection()
            .AddLogging()
            .AddHistory(history => history.DataDirectory = args is [_, var directory] ? directory : "data")
            .BuildServiceProvider();
        try
        {
            var made = await history.GetRequiredService<DataBackup>().MakeAsync(CancellationToken.None);
            await output.WriteLineAsync(made.Path);
            return Done;
        }
        catch (BackupException failure)
        {
            await errors.WriteLineAsync(failure.Message);
            return Failed;
        }
    }
}
