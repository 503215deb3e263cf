using Burnin.History.Jobs;

namespace Burnin.History.Tests.Jobs;

public sealed class JobHistoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, JobFilter> Filters => new()
    {
        { "J5 J4 J3 J2 J1 J0", new() },
        { "J5 J3 J1", new() { State = "failed" } },
        { "J5 J2", new() { Nas = "cellar" } },
        { "J1", new() { DriveId = "D1" } },
        { "J5 J4 J3", new() { Model = "seaGATE" } },
        { "J4 J2 J0", new() { Operator = "DA" } },
        { "J5 J4 J3", new() { From = AJob.Noon.AddHours(3) } },
        { "J2 J1 J0", new() { To = AJob.Noon.AddHours(3) } },
        { "J2 J1", new() { From = AJob.Noon.AddHours(1), To = AJob.Noon.AddHours(3) } },
        { "J3", new() { State = "failed", Model = "Seagate", Nas = "attic" } },
        { "", new() { Model = "%" } },
        { "", new() { State = "' OR 1=1 --" } },
        { "J1 J0", new() { Before = "J2" } },
        { "", new() { Before = "no such job" } },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_list_holds_what_matches_newest_first(string expected, JobFilter filter)
    {
        await using var history = await WithJobsAsync(6);

        var page = await history.Jobs.ListAsync(filter, Stop);

        Assert.Equal(expected, string.Join(' ', page.Jobs.Select(job => job.JobId)));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Pages_join_without_gap_or_overlap_also_where_moments_are_equal()
    {
        await using var history = HistoryOnDisk.Created();
        for (var number = 0; number < 10; number++)
        {
            await history.Ledger.RecordAsync(AJob.Queued($"J{number}") with { CreatedAt = AJob.Noon.AddHours(number / 4) }, Stop);
        }

        var seen = new List<string>();
        var sizes = new List<int>();
        string? next = null;
        do
        {
            var page = await history.Jobs.ListAsync(new JobFilter { Limit = 5, Before = next }, Stop);
            seen.AddRange(page.Jobs.Select(job => job.JobId));
            sizes.Add(page.Jobs.Count);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal("J9 J8 J7 J6 J5 J4 J3 J2 J1 J0", string.Join(' ', seen));
        Assert.Equal([5, 5], sizes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    public async Task A_limit_out_of_bounds_is_cut(int limit)
    {
        await using var history = await WithJobsAsync(2);

        Assert.Single((await history.Jobs.ListAsync(new JobFilter { Limit = limit }, Stop)).Jobs);
    }

    [Fact]
    public async Task A_stream_brings_all_that_match_over_page_borders()
    {
        await using var history = HistoryOnDisk.Created();
        history.Execute($"""
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {2 * JobFilter.LargestLimit + 1})
            INSERT INTO burnin_job
            SELECT printf('J%05d', n), 1, 'D', 'attic', 'sda', 'S', 'M', 1, 'ada', 'full', 'passed', 1, NULL, '2026-11-23T12:00:00.000Z', NULL, NULL, '[]'
            FROM number
            """);

        var streamed = new List<string>();
        await foreach (var job in history.Jobs.StreamAsync(new JobFilter { State = "passed", Limit = 3 }, Stop))
        {
            streamed.Add(job.JobId);
        }

        Assert.Equal(2 * JobFilter.LargestLimit + 1, streamed.Distinct().Count());
        Assert.Equal(streamed.OrderDescending(StringComparer.Ordinal), streamed);
    }

    [Fact]
    public async Task A_job_that_was_never_recorded_is_not_there()
    {
        await using var history = HistoryOnDisk.Created();

        Assert.Null(await history.Jobs.GetAsync("01A", Stop));
    }

    [Theory]
    [InlineData("WHERE is_over = 0 ORDER BY created_at, job_id", "ix_burnin_job_unfinished")]
    [InlineData("WHERE drive_id = 'x' ORDER BY created_at DESC, job_id DESC LIMIT 5", "ix_burnin_job_drive")]
    [InlineData("WHERE state = 'x' ORDER BY created_at DESC, job_id DESC LIMIT 5", "ix_burnin_job_state")]
    [InlineData("ORDER BY created_at DESC, job_id DESC LIMIT 5", "ix_burnin_job_created_at")]
    public async Task Every_common_list_walks_an_index_and_sorts_nothing(string query, string index)
    {
        await using var history = HistoryOnDisk.Created();
        await using var connection = history.Foreign();
        await using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN SELECT * FROM burnin_job {query}";

        var plan = new List<string>();
        await using (var steps = await explain.ExecuteReaderAsync(Stop))
        {
            while (await steps.ReadAsync(Stop))
            {
                plan.Add(steps.GetString(3));
            }
        }

        Assert.Contains(index, Assert.Single(plan), StringComparison.Ordinal);
    }

    private static async Task<HistoryOnDisk> WithJobsAsync(int count)
    {
        var history = HistoryOnDisk.Created();
        for (var number = 0; number < count; number++)
        {
            var entry = number % 2 == 1 ? AJob.Failed($"J{number}") : AJob.Queued($"J{number}");
            await history.Ledger.RecordAsync(
                entry with
                {
                    DriveId = $"D{number}",
                    Nas = number % 3 == 2 ? "cellar" : "attic",
                    Model = number > 2 ? "Seagate ST4000" : "WDC WD40EFRX",
                    Operator = number % 2 == 0 ? "ada" : "grace",
                    CreatedAt = AJob.Noon.AddHours(number),
                },
                Stop);
        }

        return history;
    }
}
