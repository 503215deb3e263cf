using Burnin.History.Audit;

namespace Burnin.History.Tests.Audit;

public sealed class AuditLogTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, AuditFilter> Filters => new()
    {
        { "5 4 3 2 1", new() },
        { "2", new() { Actor = "MALL" } },
        { "3", new() { Action = "nas_add" } },
        { "4", new() { DriveId = "WD-2" } },
        { "5 4 3 2", new() { JobId = "01A" } },
        { "5", new() { Nas = "cellar" } },
        { "5 3", new() { Outcome = "refused" } },
        { "3", new() { Text = "NAS_add refused" } },
        { "", new() { Text = "refused nothing" } },
        { "5 4", new() { From = Noon.AddMinutes(4) } },
        { "3 2 1", new() { To = Noon.AddMinutes(4) } },
        { "3", new() { Outcome = "refused", To = Noon.AddMinutes(4) } },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_list_holds_what_matches_newest_first(string expected, AuditFilter filter)
    {
        await using var history = await WithEventsAsync();

        var page = await history.Log.ListAsync(filter, 50, before: null, Stop);

        Assert.Equal(expected, string.Join(' ', page.Events.Select(row => row.Id)));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_page_leads_back_to_the_one_before()
    {
        await using var history = await WithEventsAsync();
        var first = await history.Log.ListAsync(new AuditFilter(), 2, before: null, Stop);
        var second = await history.Log.ListAsync(new AuditFilter(), 2, first.Next, Stop);

        var back = await history.Log.ListAsync(new AuditFilter(), 2, before: null, after: second.Previous, Stop);

        Assert.Equal(first.Events.Select(row => row.Id), back.Events.Select(row => row.Id));
        Assert.Equal((first.Next, null, null), (back.Next, back.Previous, first.Previous));
    }

    [Fact]
    public async Task Rows_are_counted_streamed_and_told_by_kind()
    {
        await using var history = await WithEventsAsync();

        var streamed = new List<long>();
        await foreach (var row in history.Log.StreamAsync(new AuditFilter { JobId = "01A" }, Stop))
        {
            streamed.Add(row.Id);
        }

        Assert.Equal([5, 4, 3, 2], streamed);
        Assert.Equal(4, await history.Log.CountAsync(new AuditFilter { JobId = "01A" }, Stop));
        Assert.Contains("nas_add", await history.Log.ActionsAsync(Stop));
    }

    [Fact]
    public async Task Pages_join_without_gap_or_overlap()
    {
        await using var history = await WithEventsAsync();

        var first = await history.Log.ListAsync(new AuditFilter(), 2, before: null, Stop);
        var second = await history.Log.ListAsync(new AuditFilter(), 2, first.Next, Stop);
        var third = await history.Log.ListAsync(new AuditFilter(), 2, second.Next, Stop);

        Assert.Equal([5L, 4L], first.Events.Select(row => row.Id));
        Assert.Equal([3L, 2L], second.Events.Select(row => row.Id));
        Assert.Equal([1L], third.Events.Select(row => row.Id));
        Assert.Null(third.Next);
    }

    private static async Task<HistoryOnDisk> WithEventsAsync()
    {
        var history = HistoryOnDisk.Created();
        await history.Trail.AppendAsync(
            [
                AnEntry.Of("job:1", 1) with { JobId = null },
                AnEntry.Of("job:1", 2) with { Actor = "mallory" },
                AnEntry.Of("job:1", 3) with { Action = "nas_add", Outcome = "refused" },
                AnEntry.Of("job:1", 4) with { DriveId = "WD-2" },
                AnEntry.Of("job:1", 5) with { Nas = "cellar", Outcome = "refused" },
            ],
            Stop);

        return history;
    }
}
