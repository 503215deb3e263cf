namespace Burnin.Silo.Cli;

/// <summary><c>drives</c>: what there is, and how it is.</summary>
internal static class DrivesVerb
{
    public const string Name = "drives";

    public const string Usage =
        """
        burnin drives [--state STATE] [--nas NAME] [--json]
          Lists the drives of a running Burnin. STATE: idle, queued, running, passed, failed, in_use, ...
        """;

    public static CliWords Read(IReadOnlyList<string> words) => CliWords.Read(words, ["--state", "--nas"], []);

    public static async Task<int> RunAsync(CliWords words, BurninApi api, TextWriter output, CancellationToken cancellationToken)
    {
        var drives = (await api.GetAsync("drives", cancellationToken)).GetProperty("drives").EnumerateArray()
            .Where(drive => words["--state"] is not { } state || drive.Text("status") == state)
            .Where(drive => words["--nas"] is not { } nas || drive.Text("nas") == nas)
            .ToList();
        if (words.AsJson)
        {
            drives.ForEach(drive => output.WriteLine(drive.GetRawText()));
            return Outcome.Done;
        }

        var rows = drives.Select(drive => (IReadOnlyList<string>)
        [
            drive.Text("serial") ?? "",
            drive.Text("model") ?? "",
            CliText.Size(drive.Number("size_bytes")),
            $"{drive.Text("nas")}/{drive.Text("devname")}",
            drive.Number("temperature_c") is { } celsius ? $"{celsius} °C" : "-",
            drive.Text("status") ?? "",
            drive.Text("status") is "running" or "paused" ? CliText.Percent(drive.Object("job")?.Number("percent")) : "",
        ]).ToList();
        foreach (var line in CliText.Table(["SERIAL", "MODEL", "SIZE", "WHERE", "HEAT", "STATE", "DONE"], rows))
        {
            await output.WriteLineAsync(line);
        }

        return Outcome.Done;
    }
}
