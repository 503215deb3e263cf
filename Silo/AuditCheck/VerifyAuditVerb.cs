using Burnin.History;
using Burnin.History.Audit;
using Microsoft.Data.Sqlite;

namespace Burnin.Silo.AuditCheck;

/// <summary>
/// <c>verify-audit [DIRECTORY]</c>: is the audit trail whole? Reads only, starts no silo, and may run beside a running Burnin or
/// on a copy of its data.
/// </summary>
internal static class VerifyAuditVerb
{
    public const string Name = "verify-audit";

    private const int Whole = 0;
    private const int NotWhole = 1;
    private const int WrongUse = 2;

    private const string Usage =
        """
        burnin verify-audit [DIRECTORY]
          Computes every hash of the audit trail again. DIRECTORY is the data directory, ./data if none is named.
          Ends with 0 if the trail is whole, 1 if it is not, 2 if it could not be read.
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Length > 2 || args is [_, ['-', ..]])
        {
            await errors.WriteLineAsync(Usage);
            return args is [_, "--help"] ? Whole : WrongUse;
        }

        var services = new ServiceCollection()
            .AddLogging()
            .AddHistory(history => history.DataDirectory = args is [_, var directory] ? directory : "data");
        await using var all = services.BuildServiceProvider();
        try
        {
            switch (await all.GetRequiredService<AuditChain>().VerifyAsync(CancellationToken.None))
            {
                case AuditVerification.Intact intact:
                    await output.WriteLineAsync(
                        $"The audit trail is whole: {intact.Rows} rows.\nHash of the last: {intact.LastHash} (note it elsewhere: whoever can write the file can forge all of it)");
                    return Whole;
                case AuditVerification.Broken broken:
                    await output.WriteLineAsync($"The audit trail is NOT whole: row {broken.Id} {broken.Reason}. All rows before it fit.");
                    return NotWhole;
                case var other:
                    throw new System.Diagnostics.UnreachableException(other.GetType().Name);
            }
        }
        catch (SqliteException unreadable)
        {
            await errors.WriteLineAsync($"The audit trail could not be read: {unreadable.Message}");
            return WrongUse;
        }
    }
}
