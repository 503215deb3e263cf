using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Fleet;

namespace Burnin.WebFront.Pages;

/// <summary>The drives page as it is first shown: counts of all, rows of those that the address asks for.</summary>
public sealed record DashboardModel
{
    /// <summary>The tags that the address may ask for, with their words.</summary>
    public static readonly IReadOnlyList<(string Tag, string Word, string Icon, string Tone)> Stats =
    [
        ("running", "Running", "play", "run"),
        ("queued", "Queued", "clock", ""),
        ("passed", "Passed", "check", "ok"),
        ("failed", "Failed", "cross", "bad"),
        ("inconclusive", "Inconclusive", "question", "warn"),
        ("hot", "Hot", "flame", "hot"),
        ("in_use", "In use", "lock", ""),
    ];

    public required IReadOnlyList<NasPicture> Groups { get; init; }

    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    public required int Total { get; init; }

    public required IReadOnlyList<DriveView> Failed { get; init; }

    public required string Search { get; init; }

    public required string State { get; init; }

    /// <summary>Class of the table: says which columns are left out.</summary>
    public string TableClass { get; init; } = "table";

    public required DateTimeOffset Now { get; init; }

    public required int Warn { get; init; }

    public required int Critical { get; init; }

    /// <summary>Why nothing can be shown; null while all is well.</summary>
    public string? Trouble { get; init; }

    public static DashboardModel Of(
        IReadOnlyList<NasPicture> pictures, string? search, string? state, string nas, WebFrontOptions options, DateTimeOffset now)
    {
        List<DriveView> all = [.. pictures.SelectMany(picture => picture.Drives)];
        var words = (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] states = [.. (state ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];
        return new()
        {
            Groups = [.. pictures.Where(picture => nas.Length == 0 || picture.Nas == nas).Select(picture => picture with { Drives = [.. Rows(picture)] })],
            Counts = all.SelectMany(TagsOf).CountBy(tag => tag).ToDictionary(),
            Total = all.Count,
            Failed = [.. all.Where(drive => drive.Status == "failed")],
            Search = search ?? "",
            State = state ?? "",
            Now = now,
            Warn = options.TemperatureWarnCelsius,
            Critical = options.TemperatureCriticalCelsius,
        };

        IEnumerable<DriveView> Rows(NasPicture picture) => picture.Drives
            .Where(drive => states.Length == 0 || TagsOf(drive).Intersect(states).Any())
            .Where(drive => words.All(word => TextOf(drive).Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(drive => DriveStatus.Of(drive, picture.Status?.Stale == true).Rank)
            .ThenBy(drive => drive.Devname.Length)
            .ThenBy(drive => drive.Devname, StringComparer.Ordinal);

        IEnumerable<string> TagsOf(DriveView drive) => new[]
        {
            drive.Status == "passed_notes" ? "passed" : drive.Status,
            drive.InUse.IsEmpty ? "" : "in_use",
            drive.TemperatureC >= options.TemperatureWarnCelsius ? "hot" : "",
        }.Where(tag => tag.Length > 0).Distinct();
    }

    private static string TextOf(DriveView drive) =>
        string.Join('\n', drive.Serial, drive.Model, drive.Location, drive.Devname, drive.Nas, drive.Notes);
}
