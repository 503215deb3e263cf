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
        { "J5 J3 J1", new() { Verdict = "fail" } },
        { "J3", new() { Serial = "s3" } },
        { "J4 J2 J0", new() { Profile = "quick" } },
        { "J5", new() { Text = "CELLAR grace" } },
        { "J5 J3 J1", new() { Text = "came back  different" } },
        { "", new() { Text = "cellar nothing" } },
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

    public static TheoryData<string> Orders => [.. JobOrder.Columns.SelectMany(column => new[] { column, $"-{column}" })];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Every_order_pages_forward_and_back_over_the_same_rows(string order)
    {
        await using var history = await WithJobsAsync(11);
        var filter = new JobFilter { Limit = 3, Order = JobOrder.Parse(order) };
        var whole = (await history.Jobs.ListAsync(filter with { Limit = 50 }, Stop)).Jobs.Select(job => job.JobId).ToList();

        var pages = new List<JobPage> { await history.Jobs.ListAsync(filter, Stop) };
        while (pages[^1].Next is { } next)
        {
            pages.Add(await history.Jobs.ListAsync(filter with { Before = next }, Stop));
        }

        Assert.Equal(whole, pages.SelectMany(page => page.Jobs).Select(job => job.JobId));
        Assert.Equal(11, whole.Count);
        Assert.Null(pages[0].Previous);
        for (var index = pages.Count - 1; index > 0; index--)
        {
            var back = await history.Jobs.ListAsync(filter with { After = pages[index].Previous }, Stop);

            Assert.Equal(pages[index - 1].Jobs.Select(job => job.JobId), back.Jobs.Select(job => job.JobId));
            Assert.Equal((pages[index - 1].Next, index > 1), (back.Next, back.Previous is not null));
        }
    }

    [Fact]
    public async Task Numbers_and_moments_are_ordered_as_such_and_what_is_missing_comes_last_when_the_highest_come_first()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Ledger.RecordAsync(AJob.Queued("WAITS"), Stop);
        await history.Ledger.RecordAsync(AJob.Failed("SHORT") with { StartedAt = AJob.Noon, FinishedAt = AJob.Noon.AddSeconds(9) }, Stop);
        await history.Ledger.RecordAsync(AJob.Failed("LONG") with { StartedAt = AJob.Noon, FinishedAt = AJob.Noon.AddSeconds(10) }, Stop);

        var page = await history.Jobs.ListAsync(new JobFilter { Order = JobOrder.Parse("-duration") }, Stop);

        Assert.Equal(["LONG", "SHORT", "WAITS"], page.Jobs.Select(job => job.JobId));
        Assert.Equal([10, 9, null], page.Jobs.Select(job => job.DurationSeconds));
        Assert.Equal([1_000_000_000_000, 1_000_000_000_000, null], page.Jobs.Select(job => job.TestedBytes));
    }

    [Theory]
    [InlineData("no such column")]
    [InlineData("created; DROP TABLE burnin_job")]
    [InlineData(null)]
    public void An_order_that_is_none_is_the_usual_one(string? text) => Assert.Equal(JobOrder.Newest, JobOrder.Parse(text));

    [Fact]
    public async Task Jobs_are_counted_by_state_within_the_other_filters()
    {
        await using var history = await WithJobsAsync(6);

        var all = await history.Jobs.CountAsync(new JobFilter { Nas = "attic", State = "failed", Limit = 1 }, Stop);

        Assert.Equal(2, all.Total);
        Assert.Equal([("failed", 2L), ("queued", 2L)], all.ByState.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(6, (await history.Jobs.CountAsync(new JobFilter(), Stop)).Total);
    }

    [Fact]
    public async Task What_there_is_to_choose_from_is_told_once_each_in_order()
    {
        await using var history = await WithJobsAsync(6);

        var choices = await history.Jobs.ChoicesAsync(Stop);

        Assert.Equal(["attic", "cellar"], choices.Nases);
        Assert.Equal(["Seagate ST4000", "WDC WD40EFRX"], choices.Models);
        Assert.Equal(["full", "quick"], choices.Profiles);
        Assert.Equal(["ada", "grace"], choices.Operators);
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
            SELECT printf('J%05d', n), 1, 'D', 'attic', 'sda', 'S', 'M', 1, 'ada', 'full', 'passed', 1, NULL, '2026-11-23T12:00:00.000Z', NULL, NULL, '[]', NULL, NULL
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
    [InlineData("WHERE nas = 'x' ORDER BY created_at DESC, job_id DESC LIMIT 5", "ix_burnin_job_nas")]
    [InlineData("WHERE model = 'x' ORDER BY created_at DESC, job_id DESC LIMIT 5", "ix_burnin_job_model_created")]
    [InlineData("WHERE profile = 'x' ORDER BY created_at DESC, job_id DESC LIMIT 5", "ix_burnin_job_profile")]
    [InlineData("WHERE verdict = 'x' ORDER BY created_at DESC, job_id DESC LIMIT 5", "ix_burnin_job_verdict")]
    [InlineData("ORDER BY created_at DESC, job_id DESC LIMIT 5", "ix_burnin_job_created_at")]
    public async Task Every_common_list_walks_an_index_and_sorts_nothing(string query, string index)
    {
        await using var history = HistoryOnDisk.Created();

        Assert.Contains(index, Assert.Single(history.Plan($"SELECT * FROM burnin_job {query}")), StringComparison.Ordinal);
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
                    Serial = $"S{number}",
                    Profile = number % 2 == 0 ? "quick" : "full",
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
