using System.Globalization;
using System.Text.Json;

namespace Burnin.Silo.Cli;

/// <summary><c>start SERIAL ...</c>: burns drives in. What is on them is lost, so that is said in words that are hard to say by mistake.</summary>
internal static class StartVerb
{
    public const string Name = "start";

    public const string Usage =
        """
        burnin start SERIAL ... [--profile full] [--policy new] [--engine auto] [--passes N] [--read-only]
                     --erase SERIAL | --erase-all N  [--watch] [--json]
          Burns in the drives with these serials. One drive is erased only if --erase says its serial once more, several only
          if --erase-all says how many they are. --watch stays and ends as "burnin watch" does.
          Ends with 0 if all were started, 1 if any was refused, 2 if it could not be asked.
        """;

    public static CliWords Read(IReadOnlyList<string> words) =>
        CliWords.Read(words, ["--profile", "--policy", "--engine", "--passes", "--erase", "--erase-all"], ["--read-only", "--watch"]);

    public static async Task<int> RunAsync(CliWords words, BurninApi api, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (words.Names.IsEmpty)
        {
            throw new CliException("Name the serials of the drives.");
        }

        var drives = new List<JsonElement>();
        foreach (var name in words.Names.Distinct())
        {
            drives.Add(await api.DriveAsync(name, cancellationToken));
        }

        var answer = await AskAsync(words, drives, api, cancellationToken);
        var started = answer.GetProperty("jobs").EnumerateArray().Select(job => job.Text("job_id") ?? "").ToList();
        var refused = answer.GetProperty("refused").EnumerateArray().ToList();
        if (words.AsJson)
        {
            await output.WriteLineAsync(answer.GetRawText());
        }
        else
        {
            foreach (var job in answer.GetProperty("jobs").EnumerateArray())
            {
                await output.WriteLineAsync($"{SerialOf(drives, job)}: burn-in {job.Text("job_id")}");
            }
        }

        foreach (var drive in refused)
        {
            await errors.WriteLineAsync($"{SerialOf(drives, drive)}: not started. {drive.Text("reason")}");
        }

        var watched = words.Flags.Contains("--watch") && started.Count > 0
            ? await WatchVerb.FollowAsync(started, words.AsJson, api, output, cancellationToken)
            : Outcome.Done;
        return refused.Count > 0 ? Outcome.Failed : watched;
    }

    private static async Task<JsonElement> AskAsync(CliWords words, IReadOnlyList<JsonElement> drives, BurninApi api, CancellationToken cancellationToken)
    {
        try
        {
            return await api.PostAsync("burnin/start", Wish(words, drives), cancellationToken);
        }
        catch (CliException refused) when (refused.Code == "serial_mismatch")
        {
            throw new CliException($"This erases the drive. If you mean it, say so: --erase {drives[0].Text("serial")}", refused.Code);
        }
        catch (CliException refused) when (refused.Code == "not_confirmed")
        {
            throw new CliException(
                string.Create(CultureInfo.InvariantCulture, $"This erases {drives.Count} drives. If you mean it, say so: --erase-all {drives.Count}"), refused.Code);
        }
    }

    private static Dictionary<string, object?> Wish(CliWords words, IReadOnlyList<JsonElement> drives)
    {
        int? Number(string option) => words[option] is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new CliException($"{option} needs a number.");

        if (Number("--erase-all") is { } count && count != drives.Count)
        {
            throw new CliException($"--erase-all says {count}, but {drives.Count} drives are named. Nothing was started.");
        }

        if (words["--erase"] is not null && drives.Count > 1)
        {
            throw new CliException("--erase is for one drive. For several say --erase-all and how many they are. Nothing was started.");
        }

        return new Dictionary<string, object?>
        {
            ["drive_ids"] = drives.Select(drive => drive.Text("id")).ToList(),
            ["operator"] = Environment.UserName,
            ["profile"] = words["--profile"] ?? "full",
            ["policy"] = words["--policy"],
            ["surface_engine"] = words["--engine"],
            ["surface_passes"] = Number("--passes"),
            ["surface_mode"] = words.Flags.Contains("--read-only") ? "read" : null,
            ["confirm_serial"] = words["--erase"],
            ["confirm_destructive"] = words["--erase-all"] is not null,
        };
    }

    private static string? SerialOf(IReadOnlyList<JsonElement> drives, JsonElement answer) =>
        drives.First(drive => drive.Text("id") == answer.Text("drive_id")).Text("serial");
}
