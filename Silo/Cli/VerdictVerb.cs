namespace Burnin.Silo.Cli;

/// <summary><c>verdict JOB|SERIAL</c>: what a burn-in has found, for people and as an exit code.</summary>
internal static class VerdictVerb
{
    public const string Name = "verdict";

    public static string Usage =>
        $"""
        burnin verdict JOB|SERIAL [--json]
          Prints the verdict of a burn-in, or of the newest one of a drive, with its reasons. {Outcome.Help}
        """;

    public static CliWords Read(IReadOnlyList<string> words) => CliWords.Read(words, [], []);

    public static async Task<int> RunAsync(CliWords words, BurninApi api, TextWriter output, CancellationToken cancellationToken)
    {
        if (words.Names is not [var name])
        {
            throw new CliException("Name one burn-in, or the serial of one drive.");
        }

        var id = await api.JobIdAsync(name, cancellationToken);
        var job = await api.GetAsync($"burnin/{Uri.EscapeDataString(id)}", cancellationToken);
        if (words.AsJson)
        {
            await output.WriteLineAsync(job.GetRawText());
        }
        else
        {
            foreach (var line in CliText.Verdict(job))
            {
                await output.WriteLineAsync(line);
            }
        }

        return Outcome.Of(job).ExitCode;
    }
}
