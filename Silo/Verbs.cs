using System.Text;
using Burnin.Silo.AuditCheck;
using Burnin.Silo.Backups;
using Burnin.Silo.Cli;
using Burnin.Silo.Explain;

namespace Burnin.Silo;

/// <summary>The first word says what is asked. Without one, the service runs.</summary>
internal static class Verbs
{
    private const int WrongUse = 2;

    private static readonly string[] Known = [.. CliVerb.Names, ExplainVerb.Name, VerifyAuditVerb.Name, BackupVerb.Name, RestoreVerb.Name];

    /// <returns>The exit code, or null if the service is to run.</returns>
    public static async Task<int?> RunAsync(string[] args)
    {
        // Reports quote what drives say of themselves, in any script.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        switch (args)
        {
            case [ExplainVerb.Name, ..]:
                return ExplainVerb.Run(args, Console.OpenStandardInput(), Console.Out, Console.Error);
            case [VerifyAuditVerb.Name, ..]:
                return await VerifyAuditVerb.RunAsync(args, Console.Out, Console.Error);
            case [BackupVerb.Name, ..]:
                return await BackupVerb.RunAsync(args, Console.Out, Console.Error);
            case [RestoreVerb.Name, ..]:
                return await RestoreVerb.RunAsync(args, Console.Out, Console.Error);
            case [var verb, ..] when CliVerb.Find(verb) is { } command:
                return await CliVerb.RunAsync(command, args, Console.Out, Console.Error);
            case [var word, ..] when !word.StartsWith('-') && !word.Contains('='):
                await Console.Error.WriteLineAsync(
                    $"\"{word}\" is nothing that Burnin does. It knows {string.Join(", ", Known)}, each with --help; without a word, the service starts.");
                return WrongUse;
            default:
                return null;
        }
    }
}
