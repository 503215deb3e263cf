using Burnin.WebFront.BurnIns;

namespace Burnin.WebFront.Tests.BurnIns;

public sealed class QueueForecastTests
{
    private const double Hour = 3600;

    private static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);

    private static readonly Slots Endless = new(int.MaxValue, [], 0);

    [Fact]
    public void With_slots_for_all_each_begins_at_once() =>
        Assert.Equal([(0, 1), (0, 2)], Hours([("a", Hour), ("a", 2 * Hour)], new Slots(2, [], 0), Endless));

    [Fact]
    public void With_one_slot_they_go_one_after_the_other() =>
        Assert.Equal([(0, 1), (1, 3), (3, 4)], Hours([("a", Hour), ("a", 2 * Hour), ("a", Hour)], new Slots(1, [], 0), Endless));

    [Fact]
    public void A_slot_that_is_held_comes_free_when_its_burn_in_ends() =>
        Assert.Equal([(5, 6), (6, 7)], Hours([("a", Hour), ("a", Hour)], new Slots(1, [Now.AddHours(5)], 0), Endless));

    [Fact]
    public void Of_what_nobody_knows_it_is_taken_to_last_as_long_as_these() =>
        Assert.Equal([(4, 6)], Hours([("a", 2 * Hour)], new Slots(1, [null], 1), Endless));

    [Fact]
    public void What_should_have_ended_long_ago_ends_any_moment() =>
        Assert.Equal([(0, 1)], Hours([("a", Hour)], new Slots(1, [Now.AddHours(-3)], 0), Endless));

    [Fact]
    public void A_lowered_limit_takes_no_slot_away_and_grants_none_until_enough_are_back() =>
        Assert.Equal([(9, 10)], Hours([("a", Hour)], new Slots(1, [Now.AddHours(2), Now.AddHours(9)], 0), Endless));

    [Fact]
    public void A_NAS_does_not_wait_for_another_but_for_the_fleet()
    {
        Assert.Equal([(0, 1), (0, 1)], Hours([("a", Hour), ("b", Hour)], new Slots(1, [], 0), Endless));
        Assert.Equal([(0, 1), (1, 2)], Hours([("a", Hour), ("b", Hour)], new Slots(1, [], 0), new Slots(1, [], 0)));
    }

    private static IEnumerable<(double From, double To)> Hours(IReadOnlyList<(string, double)> drives, Slots nas, Slots fleet) =>
        QueueForecast.Of(Now, drives, _ => nas, fleet).Select(time => ((time.From - Now).TotalHours, (time.To - Now).TotalHours));
}
