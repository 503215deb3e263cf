namespace Burnin.Silo.Cli;

/// <summary>Everything that asks a running Burnin over its API: words, address, token, errors and Ctrl-C are the same for all.</summary>
internal static class CliVerb
{
    private static readonly CliCommand[] Commands =
    [
        new(DrivesVerb.Name, DrivesVerb.Usage, DrivesVerb.Read, (words, api, output, _, stop) => DrivesVerb.RunAsync(words, api, output, stop)),
        new(StartVerb.Name, StartVerb.Usage, StartVerb.Read, StartVerb.RunAsync),
        new(WatchVerb.Name, WatchVerb.Usage, WatchVerb.Read, (words, api, output, _, stop) => WatchVerb.RunAsync(words, api, output, stop)),
        new(VerdictVerb.Name, VerdictVerb.Usage, VerdictVerb.Read, (words, api, output, _, stop) => VerdictVerb.RunAsync(words, api, output, stop)),
    ];

    public static IEnumerable<string> Names => Commands.Select(command => command.Name);

    /// <summary>Null for a word that is none of these verbs.</summary>
    public static CliCommand? Find(string verb) => Commands.FirstOrDefault(command => command.Name == verb);

    public static async Task<int> RunAsync(CliCommand command, string[] args, TextWriter output, TextWriter errors)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            var words = command.Read(args[1..]);
            if (words.AsksHelp)
            {
                await output.WriteLineAsync(command.Usage);
                await output.WriteLineAsync("  --url URL (or BURNIN_URL): where it runs, http://127.0.0.1:8080 if not said. --token TOKEN (or BURNIN_TOKEN): made under Settings, Tokens.");
                return Outcome.Done;
            }

            using var api = new BurninApi(words);
            return await command.RunAsync(words, api, output, errors, stop.Token);
        }
        catch (CliException problem)
        {
            await errors.WriteLineAsync(problem.Message);
            return Outcome.WrongUse;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Not watched any more; the burn-in goes on.");
            return Outcome.NotOver;
        }
    }
}
