using Burnin.History.Stats;

namespace Burnin.History.Tests.Stats;

public sealed class PassRateTests
{
    /// <summary>Against published values of Wilson's interval.</summary>
    [Theory]
    [InlineData(0, 10, 0, 0, 27.75)]
    [InlineData(3, 3, 100, 43.85, 100)]
    [InlineData(9, 10, 90, 59.58, 98.21)]
    [InlineData(90, 100, 90, 82.56, 94.48)]
    [InlineData(500, 1000, 50, 46.91, 53.09)]
    public void The_fewer_were_judged_the_wider_the_interval(long passed, long judged, double percent, double low, double high)
    {
        var rate = new PassRate(passed, judged);

        Assert.Equal(percent, rate.Percent);
        Assert.Equal((low, high), (Math.Round(rate.Interval!.Low, 2), Math.Round(rate.Interval.High, 2)));
    }

    [Fact]
    public void Of_none_nothing_is_said() => Assert.Equal((null, null), (new PassRate(0, 0).Percent, new PassRate(0, 0).Interval));

    [Fact]
    public void What_proves_nothing_about_the_drive_does_not_count() =>
        Assert.Equal(new PassRate(3, 4), new Outcomes { Pass = 2, PassWithNotes = 1, Fail = 1, Inconclusive = 5, Cancelled = 7 }.Rate);
}
