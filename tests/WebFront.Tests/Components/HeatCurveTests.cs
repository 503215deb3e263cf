using Bunit;
using Burnin.History.Heat;
using Burnin.WebFront.Pages.Drives;

namespace Burnin.WebFront.Tests.Components;

public sealed class HeatCurveTests : BunitContext
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 10, 30, 0, TimeSpan.Zero);

    [Fact]
    public void The_last_part_is_the_present_hour_and_what_is_older_than_the_span_is_left_out() => Assert.Equal(
        [null, (30, 31), null, (33, 35)],
        HeatCurve.Of([At(0, 33, 35), At(2, 30, 31), At(4, 90, 90)], Now, hours: 4, parts: 4).Parts);

    [Fact]
    public void A_part_of_several_hours_goes_from_the_coolest_to_the_warmest_of_them() => Assert.Equal(
        [(20, 41), (33, 35)],
        HeatCurve.Of([At(0, 33, 35), At(2, 30, 41), At(3, 20, 22)], Now, hours: 4, parts: 2).Parts);

    [Fact]
    public void The_limit_is_always_in_sight()
    {
        Assert.Equal((30, 60), HeatCurve.Of([At(0, 38, 40)], Now, 4, 4).Scale(critical: 55));
        Assert.Equal((20, 80), HeatCurve.Of([At(0, 25, 71)], Now, 4, 4).Scale(critical: 55));
    }

    [Fact]
    public void A_gap_parts_the_drawing_and_is_said_under_the_pointer()
    {
        var chart = Render<HeatChart>(of => of
            .Add(each => each.Curve, HeatCurve.Of([At(0, 33, 35), At(2, 30, 30), At(3, 30, 30)], Now, 4, 4)).Add(each => each.Warn, 46).Add(each => each.Critical, 55));

        Assert.Equal(2, chart.FindAll("path.heat").Count);
        Assert.Equal("""["3 h ago: 30\u00B0","2 h ago: 30\u00B0","1 h ago: not read","now: 33\u00B0 to 35\u00B0"]""", chart.Find("svg").GetAttribute("data-says"));
        Assert.Equal("Temperature over the last 4 h: 30° to 35°.", chart.Find("svg").GetAttribute("aria-label"));
    }

    private static HeatPoint At(int hoursAgo, int least, int most) => new(new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero).AddHours(-hoursAgo), least, most);
}
