using Burnin.Domain.Drives;
using Xunit;

namespace Burnin.Domain.Tests.Drives;

public sealed class HeatBookTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_reading_of_an_hour_is_news_and_belongs_to_the_whole_hour() =>
        Assert.Equal([new HeatHour("d-1", Ten, 33, 33)], new HeatBook().With([("d-1", 33)], Ten.AddMinutes(59)).News);

    [Fact]
    public void What_lies_within_what_was_read_already_is_no_news()
    {
        var book = new HeatBook().With([("d-1", 33)], Ten).Book.With([("d-1", 36)], Ten.AddMinutes(1)).Book;

        Assert.Empty(book.With([("d-1", 34)], Ten.AddMinutes(2)).News);
    }

    [Theory]
    [InlineData(30, 30, 33)]
    [InlineData(41, 33, 41)]
    public void Cooler_and_warmer_widen_the_hour(int celsius, int least, int most) =>
        Assert.Equal([new HeatHour("d-1", Ten, least, most)], new HeatBook().With([("d-1", 33)], Ten).Book.With([("d-1", celsius)], Ten.AddMinutes(1)).News);

    [Fact]
    public void Each_hour_begins_anew_and_each_drive_has_its_own()
    {
        var book = new HeatBook().With([("d-1", 33), ("d-2", 50)], Ten).Book;

        Assert.Equal([new HeatHour("d-1", Ten.AddHours(1), 31, 31)], book.With([("d-1", 31)], Ten.AddHours(1)).News);
        Assert.Empty(book.With([("d-2", 50)], Ten).News);
    }
}
