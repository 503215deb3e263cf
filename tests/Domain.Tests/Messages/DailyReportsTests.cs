using Burnin.Domain.Messages;
using Xunit;

namespace Burnin.Domain.Tests.Messages;

public sealed class DailyReportsTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 15, 6, 0, 0, TimeSpan.Zero);

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void It_counts_what_ended_bad_news_first_and_lists_all_by_the_clock_on_the_wall()
    {
        var report = DailyReports.Of(
            new DateOnly(2026, 7, 15),
            Now,
            Berlin,
            [Ended("A", MessageEvent.BurninPassed), Ended("B", MessageEvent.BurninFailed, "3 bad blocks."), Ended("C", MessageEvent.BurninPassed)],
            [Running("D", "running", 40), Running("E", "queued", 0), Running("F", "running", 80)],
            [new NasSeen { Name = "vault", HeardAt = Now, Health = "authentication_failed", Drives = 6, Running = 2, Queued = 1 }]);

        Assert.Equal(("report:2026-07-15", "Report of 2026-07-15: 1 failed, 2 passed, 2 running, 1 waiting"), (report.Id, report.Headline));
        Assert.Equal(["ST B | vault | failed | 2026-07-15 07:00 | 3 bad blocks.", "ST A | vault | passed | 2026-07-15 07:00 | ", "ST C | vault | passed | 2026-07-15 07:00 | "], Lines(report, 0));
        Assert.Equal(["ST F | vault | running, long smart | 80 % | 2026-07-15 10:00", "ST D | vault | running, long smart | 40 % | 2026-07-15 10:00", "ST E | vault | queued, long smart | 0 % | 2026-07-15 10:00"], Lines(report, 1));
        Assert.Equal(["vault | authentication failed | 6 | 2 | 2026-07-15 08:00"], Lines(report, 2));
        Assert.All(report.Tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Length, row.Length)));
    }

    [Fact]
    public void A_day_without_news_has_one_too() =>
        Assert.Equal("Report of 2026-07-15: nothing ended, 0 running, 0 waiting", DailyReports.Of(new DateOnly(2026, 7, 15), Now, Berlin, [], [], []).Headline);

    private static IEnumerable<string> Lines(Message report, int table) => report.Tables[table].Rows.Select(row => string.Join(" | ", row));

    private static RunningJob Running(string serial, string state, double percent) =>
        new() { Model = "ST", Serial = serial, Nas = "vault", State = state, Stage = "long_smart", Percent = percent, Eta = Now.AddHours(2) };

    private static Message Ended(string serial, MessageEvent happened, params string[] reasons) => new()
    {
        Id = serial,
        Event = happened,
        At = Now.AddHours(-1),
        Headline = serial,
        Reasons = [.. reasons],
        Job = new MessageJob { JobId = serial, Nas = "vault", DeviceName = "sda", Serial = serial, Model = "ST", SizeBytes = 1, State = happened.Word, Profile = "full", Operator = "ann" },
    };
}
