using System.Globalization;
using Burnin.History.Backups;

namespace Burnin.Silo.Backups;

/// <summary><c>restore FILE [DIRECTORY]</c>: a backup becomes a data directory again.</summary>
internal static class RestoreVerb
{
    public const string Name = "restore";

    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUse = 2;

    private const string Usage =
        """
        burnin restore FILE [DIRECTORY]
          Unpacks a backup into DIRECTORY, ./data if none is named, after proving that it is whole. A database that is there
          already is never replaced. Stop the old Burnin first: its jobs are taken over at the next start.
          Ends with 0 if it is restored, 1 if not, 2 on wrong use.
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Length is < 2 or > 3 || args[1..].Any(word => word.StartsWith('-')))
        {
            await errors.WriteLineAsync(Usage);
            return args is [_, "--help"] ? Done : WrongUse;
        }

        var directory = args is [_, _, var named] ? named : "data";
        try
        {
            var createdAt = await DataRestore.RestoreAsync(args[1], directory, CancellationToken.None);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{Path.GetFullPath(directory)} is as it was on {createdAt:yyyy-MM-dd 'at' HH:mm:ss 'UTC'}."));
            return Done;
        }
        catch (BackupException failure)
        {
            await errors.WriteLineAsync(failure.Message);
            return Failed;
        }
    }
}
