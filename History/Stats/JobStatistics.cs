using Burnin.History.Jobs;
using Burnin.History.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Burnin.History.Stats;

/// <summary>Counts jobs. Never waits for a writer, and no writer waits for it.</summary>
public sealed class JobStatistics
{
    public const int DaysShown = 14;

    private const int ReasonsShown = 10;

    // Of jobs that ended; cancelled ones have no verdict.
    private const string Models = """
        SELECT model AS Model, coalesce(verdict, 'cancelled') AS Outcome, count(*) AS Jobs
        FROM burnin_job {0} GROUP BY model, coalesce(verdict, 'cancelled')
        """;

    private const string Ended = """
        SELECT substr(finished_at, 1, 10) AS Day, coalesce(verdict, 'cancelled') AS Outcome, count(*) AS Jobs,
               coalesce(sum(tested_bytes), 0) AS TestedBytes
        FROM burnin_job {0} GROUP BY substr(finished_at, 1, 10), coalesce(verdict, 'cancelled')
        """;

    private const string Ordered = """
        SELECT substr(created_at, 1, 10) AS Day, count(*) AS Jobs FROM burnin_job {0} GROUP BY substr(created_at, 1, 10)
        """;

    private const string Whole = """
        SELECT model AS Model, size_bytes AS SizeBytes, profile AS Profile, duration_seconds AS Seconds, coalesce(tested_bytes, 0) AS TestedBytes
        FROM burnin_job {0}
        """;

    private const string Stages = """
        SELECT s.name AS Name, count(*) AS Ran, sum(s.state = 'failed') AS Failed, sum(s.state = 'inconclusive') AS Inconclusive
        FROM burnin_job j JOIN burnin_stage s ON s.job_id = j.job_id {0} GROUP BY s.name
        """;

    private const string Reasons = "SELECT reasons FROM burnin_job {0}";

    /// <summary>What is asked about jobs that have ended, from a moment on: for whoever wants to know how it is answered.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        .. from question in ((string Sql, string Job)[])[(Models, ""), (Ended, ""), (Whole, ""), (Stages, "j."), (Reasons, "")]
           select question.Sql.Replace("{0}", $"WHERE {question.Job}finished_at IS NOT NULL AND {question.Job}finished_at >= @From", StringComparison.Ordinal),
    ];

    private static readonly string[] UsualOrder = ["precheck", "short_smart", "long_smart", "surface_validate", "io_validate", "final_check"];

    private readonly ReadOnlySqliteDataSource _readers;

    internal JobStatistics(ReadOnlySqliteDataSource readers) => _readers = readers;

    public async Task<Statistics> ReadAsync(StatsFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await _readers.OpenConnectionAsync(cancellationToken);

        // One snapshot for all: numbers of one page must add up.
        await using var snapshot = ((SqliteConnection)connection).BeginTransaction(deferred: true);

        var models = await QueryAsync<(string Model, string Outcome, long Jobs)>(Models, EndedIn(filter));
        var whole = await QueryAsync<WholeRun>(Whole, EndedIn(filter)
            .Where("verdict IN @Passed", "Passed", (string[])["pass", "pass_with_notes"]).Also("duration_seconds IS NOT NULL"));
        var firstDay = filter.Today.AddDays(1 - DaysShown);
        var days = filter with { From = StartOf(firstDay), To = StartOf(filter.Today.AddDays(1)) };
        var ended = await QueryAsync<(string Day, string Outcome, long Jobs, long TestedBytes)>(Ended, EndedIn(days));
        var ordered = await QueryAsync<(string Day, long Jobs)>(Ordered, new Conditions()
            .Where("nas = @Nas", "Nas", days.Nas)
            .Where("created_at >= @From", "From", UtcText.Of(days.From))
            .Where("created_at < @To", "To", UtcText.Of(days.To)));
        var stages = await QueryAsync<(string Name, long Ran, long Failed, long Inconclusive)>(
            Stages, EndedIn(filter, "j.").Also("s.state NOT IN ('pending', 'skipped')"));
        var reasons = await QueryAsync<string>(Reasons, EndedIn(filter).Where("verdict IN @Bad", "Bad", (string[])["fail", "inconclusive"]));

        var perTerabyte = whole.Where(run => run.CoversAll).GroupBy(run => run.Model, StringComparer.Ordinal)
            .ToDictionary(runs => runs.Key, runs => Quantile([.. runs.Select(run => run.HoursPerTerabyte).Order()], 0.5));
        return new()
        {
            Outcomes = Sum(models.Select(row => (row.Outcome, row.Jobs))),
            Models =
            [
                .. models.GroupBy(row => row.Model, StringComparer.Ordinal)
                    .Select(rows => new ModelStats(
                        rows.Key, Sum(rows.Select(row => (row.Outcome, row.Jobs))), perTerabyte.TryGetValue(rows.Key, out var hours) ? hours : null))
                    .OrderByDescending(model => model.Outcomes.Ended).ThenBy(model => model.Model, StringComparer.Ordinal),
            ],
            Days =
            [
                .. Enumerable.Range(0, DaysShown).Select(index => firstDay.AddDays(index)).Select(day => new DayStats(
                    day,
                    ordered.FirstOrDefault(row => row.Day == Text(day)).Jobs,
                    Sum(ended.Where(row => row.Day == Text(day)).Select(row => (row.Outcome, row.Jobs))),
                    ended.Where(row => row.Day == Text(day)).Sum(row => row.TestedBytes))),
            ],
            Sizes =
            [
                .. whole.GroupBy(run => (Size: Nominal(run.SizeBytes), run.Profile))
                    .OrderBy(runs => runs.Key.Size).ThenBy(runs => runs.Key.Profile, StringComparer.Ordinal)
                    .Select(runs => SizeOf(runs.Key.Size, runs.Key.Profile, [.. runs.Select(run => run.Seconds).Order()])),
            ],
            Stages =
            [
                .. stages.OrderBy(row => Array.IndexOf(UsualOrder, row.Name) is >= 0 and var place ? place : UsualOrder.Length)
                    .Select(row => new StageStats(row.Name, row.Ran, row.Failed, row.Inconclusive)),
            ],
            Reasons =
            [
                .. reasons.SelectMany(json => StoredJson.ReadReasons(json).Where(reason => reason.Severity != "note").DistinctBy(reason => reason.Code))
                    .GroupBy(reason => (reason.Code, reason.Severity))
                    .Select(group => new ReasonStats(group.Key.Code, group.Key.Severity, group.LongCount()))
                    .OrderByDescending(reason => reason.Jobs).ThenBy(reason => reason.Code, StringComparer.Ordinal)
                    .Take(ReasonsShown),
            ],
        };

        async Task<List<T>> QueryAsync<T>(string sql, Conditions conditions) => (await connection.QueryAsync<T>(
            new CommandDefinition(sql.Replace("{0}", conditions.ToString(), StringComparison.Ordinal), conditions.Values, snapshot, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Also where no period is asked for: only then is the index of ended jobs of use.</summary>
    private static Conditions EndedIn(StatsFilter filter, string job = "") => new Conditions()
        .Also($"{job}finished_at IS NOT NULL")
        .Where($"{job}nas = @Nas", "Nas", filter.Nas)
        .Where($"{job}finished_at >= @From", "From", UtcText.Of(filter.From))
        .Where($"{job}finished_at < @To", "To", UtcText.Of(filter.To));

    private static Outcomes Sum(IEnumerable<(string Outcome, long Jobs)> rows)
    {
        var counts = rows.GroupBy(row => row.Outcome, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(row => row.Jobs));
        return new()
        {
            Pass = counts.GetValueOrDefault("pass"),
            PassWithNotes = counts.GetValueOrDefault("pass_with_notes"),
            Inconclusive = counts.GetValueOrDefault("inconclusive"),
            Fail = counts.GetValueOrDefault("fail"),
            Cancelled = counts.GetValueOrDefault("cancelled"),
        };
    }

    private static SizeStats SizeOf(long size, string profile, double[] seconds) =>
        new(size, profile, seconds.Length, Quantile(seconds, 0.1), Quantile(seconds, 0.5), Quantile(seconds, 0.9));

    /// <summary>Of sorted values, between its neighbours in a straight line.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return below + ((above - below) * (place - Math.Floor(place)));
    }

    private static long Nominal(long bytes)
    {
        var step = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, bytes))) - 1));
        return (long)(Math.Round(bytes / step) * step);
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>No constructor that Dapper would have to match: of an empty result it does not know the types.</summary>
    private sealed record WholeRun
    {
        public required string Model { get; init; }

        public long SizeBytes { get; init; }

        public required string Profile { get; init; }

        public double Seconds { get; init; }

        public long TestedBytes { get; init; }

        /// <summary>A sampled run says nothing about how long a terabyte takes.</summary>
        public bool CoversAll => TestedBytes > 0 && TestedBytes >= SizeBytes * 0.99;

        public double HoursPerTerabyte => Seconds / 3600 / (TestedBytes / 1e12);
    }
}
