using Burnin.Domain.Messages;
using Xunit;

namespace Burnin.Domain.Tests.Messages;

/// <summary>By the clock of Berlin: an hour ahead of UTC, two in summer.</summary>
public sealed class ReportHourTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-01-15T06:59:59Z", null)]
    [InlineData("2026-01-15T07:00:00Z", "2026-01-15")]
    [InlineData("2026-07-15T05:59:59Z", null)]
    [InlineData("2026-07-15T06:00:00Z", "2026-07-15")]
    public void It_is_due_at_the_hour_of_the_wall_in_winter_and_summer(string now, string? due) => Assert.Equal(Day(due), Due(now, 8, Day(now[..10])!.Value.AddDays(-1)));

    [Fact]
    public void An_hour_that_the_spring_leaves_out_is_the_next_one()
    {
        Assert.Null(Due("2026-03-29T00:59:59Z", 2, new DateOnly(2026, 3, 28)));
        Assert.Equal(new DateOnly(2026, 3, 29), Due("2026-03-29T01:00:00Z", 2, new DateOnly(2026, 3, 28)));
    }

    [Fact]
    public void An_hour_that_the_autumn_has_twice_has_one_report()
    {
        Assert.Equal(new DateOnly(2026, 10, 25), Due("2026-10-25T00:00:00Z", 2, new DateOnly(2026, 10, 24)));
        Assert.Null(Due("2026-10-25T01:00:00Z", 2, new DateOnly(2026, 10, 25)));
    }

    [Fact]
    public void Each_day_of_a_year_has_one_whatever_the_clock_does_on_the_way()
    {
        foreach (var hour in Enumerable.Range(0, 24))
        {
            var last = new DateOnly(2025, 12, 31);
            var days = new List<DateOnly>();
            for (var now = new DateTimeOffset(2025, 12, 31, 23, 0, 0, TimeSpan.Zero); now.Year < 2027; now = now.AddMinutes(30))
            {
                // Every hundredth look the clock is set back, and forward again.
                var seen = days.Count % 100 == 7 ? now.AddHours(-3) : now;
                if (ReportHour.Due(seen, TimeZoneInfo.Utc, hour, last) is { } day)
                {
                    days.Add(last = day);
                }
            }

            Assert.Equal(Enumerable.Range(0, 365).Select(number => new DateOnly(2026, 1, 1).AddDays(number)), days);
        }
    }

    [Fact]
    public void Who_was_not_running_at_the_hour_gets_it_later_the_same_day_and_one_for_all_days_missed() =>
        Assert.Equal(new DateOnly(2026, 1, 15), Due("2026-01-15T20:00:00Z", 8, new DateOnly(2026, 1, 10)));

    [Theory]
    [InlineData("2026-01-15T06:00:00Z", "2026-01-14")]
    [InlineData("2026-01-15T12:00:00Z", "2026-01-15")]
    public void The_first_one_comes_at_the_next_hour_and_not_at_once(string now, string last) => Assert.Equal(Day(last), ReportHour.Begin(DateTimeOffset.Parse(now, null), Berlin, 8));

    private static DateOnly? Due(string now, int hour, DateOnly last) => ReportHour.Due(DateTimeOffset.Parse(now, null), Berlin, hour, last);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, null);
}
