using System.Text.Json;

namespace Burnin.Silo.Cli;

/// <summary><c>watch JOB|SERIAL ...</c>: a live view on a terminal, a line at each change for a log, and the verdict as exit code.</summary>
internal static class WatchVerb
{
    public const string Name = "watch";

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    public static string Usage =>
        $"""
        burnin watch JOB|SERIAL ... [--json]
          Shows burn-ins until they are over: on a terminal as a live view, else a line at each change of stage or state and every
          tenth of the way. Ctrl-C ends the watching, not the burn-in. {Outcome.Help}
        """;

    public static CliWords Read(IReadOnlyList<string> words) => CliWords.Read(words, [], []);

    public static async Task<int> RunAsync(CliWords words, BurninApi api, TextWriter output, CancellationToken cancellationToken)
    {
        if (words.Names.IsEmpty)
        {
            throw new CliException("Name burn-ins, or the serials of drives.");
        }

        var ids = new List<string>();
        foreach (var name in words.Names.Distinct())
        {
            ids.Add(await api.JobIdAsync(name, cancellationToken));
        }

        return await FollowAsync(ids, words.AsJson, api, output, cancellationToken);
    }

    public static async Task<int> FollowAsync(IReadOnlyList<string> ids, bool asJson, BurninApi api, TextWriter output, CancellationToken cancellationToken)
    {
        var isLive = !asJson && !Console.IsOutputRedirected;
        var said = new Dictionary<string, string>();
        using var rounds = new PeriodicTimer(Period);
        for (var drawn = 0; ; await rounds.WaitForNextTickAsync(cancellationToken))
        {
            var jobs = await Task.WhenAll(ids.Select(id => api.GetAsync($"burnin/{Uri.EscapeDataString(id)}", cancellationToken)));
            if (isLive)
            {
                // Back to the first line of the last picture; each line is written over and cleared to its end.
                await output.WriteAsync(drawn > 0 ? $"\e[{drawn}A" : "");
                foreach (var job in jobs)
                {
                    await output.WriteLineAsync($"{Fit(CliText.Progress(job, TimeProvider.System.GetUtcNow()))}\e[K");
                }

                drawn = jobs.Length;
            }
            else
            {
                await SayChangesAsync(jobs, said, asJson, output);
            }

            if (jobs.All(job => job.IsTrue("is_over")))
            {
                if (!asJson)
                {
                    foreach (var line in jobs.SelectMany(CliText.Verdict))
                    {
                        await output.WriteLineAsync(line);
                    }
                }

                return Outcome.OfAll(jobs.Select(Outcome.Of));
            }
        }
    }

    private static async Task SayChangesAsync(IEnumerable<JsonElement> jobs, Dictionary<string, string> said, bool asJson, TextWriter output)
    {
        foreach (var job in jobs)
        {
            var state = $"{job.Text("state")} {job.Text("stage")} {(int)((job.Number("percent") ?? 0) / 10)}";
            if (said.GetValueOrDefault(job.Text("id") ?? "") != state)
            {
                said[job.Text("id") ?? ""] = state;
                await output.WriteLineAsync(asJson ? job.GetRawText() : CliText.Progress(job, TimeProvider.System.GetUtcNow()));
            }
        }
    }

    /// <summary>A line that wraps would be counted as one and drawn as two.</summary>
    private static string Fit(string line) => line.Length < Console.WindowWidth ? line : line[..Math.Max(Console.WindowWidth - 1, 1)];
}
