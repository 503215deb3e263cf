namespace Burnin.Silo.Cli;

/// <summary>Everything that asks a running Burnin over its API: words, address, token, errors and Ctrl-C are the same for all.</summary>
internal static class CliVerb
{
    public static bool IsAsked(string verb) => verb is DrivesVerb.Name or StartVerb.Name or WatchVerb.Name or VerdictVerb.Name;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        var (usage, read) = Of(args[0]);
        try
        {
            var words = read(args[1..]);
            if (words.AsksHelp)
            {
                await output.WriteLineAsync(usage);
                await output.WriteLineAsync("  --url URL (or BURNIN_URL): where it runs, http://127.0.0.1:8080 if not said. --token TOKEN (or BURNIN_TOKEN): made under Settings, Tokens.");
                return Outcome.Done;
            }

            using var api = new BurninApi(words);
            return args[0] switch
            {
                DrivesVerb.Name => await DrivesVerb.RunAsync(words, api, output, stop.Token),
                StartVerb.Name => await StartVerb.RunAsync(words, api, output, errors, stop.Token),
                WatchVerb.Name => await WatchVerb.RunAsync(words, api, output, stop.Token),
                _ => await VerdictVerb.RunAsync(words, api, output, stop.Token),
            };
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

    private static (string Usage, Func<IReadOnlyList<string>, CliWords> Read) Of(string verb) => verb switch
    {
        DrivesVerb.Name => (DrivesVerb.Usage, DrivesVerb.Read),
        StartVerb.Name => (StartVerb.Usage, StartVerb.Read),
        WatchVerb.Name => (WatchVerb.Usage, WatchVerb.Read),
        _ => (VerdictVerb.Usage, VerdictVerb.Read),
    };
}
