using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Speed;
using Burnin.Domain.Surface;
using Burnin.Domain.Verdicts;
using Xunit;

namespace Burnin.Domain.Tests.Speed;

public sealed class SpeedJudgeTests
{
    private static readonly SpeedOccasion Stage = new("attic", Sweeps.Noon, Sweeps.Noon.AddHours(9));

    [Fact]
    public void A_healthy_curve_is_not_worth_a_word() => Assert.Empty(Judged(Sweeps.Curve(Sweeps.Healthy)));

    [Fact]
    public void A_dent_is_noted_with_its_place_and_depth()
    {
        var reason = Assert.Single(Judged(Sweeps.Curve(segment => segment == 100 ? 0.5 * Sweeps.Healthy(segment) : Sweeps.Healthy(segment))));

        Assert.Equal(("speed_dent", Severity.Note, "new@1", 0.75m), (reason.Code, reason.Severity, reason.Rule, reason.Limit));
        Assert.Equal("From 409.6 GB to 413.7 GB the drive is at 50 % of the speed of its neighbourhood, in 2 of 2 sweeps.", reason.Text);
        Assert.NotNull(reason.WhatNext);
    }

    [Theory]
    [InlineData(0.60, "")]
    [InlineData(0.64, "speed_shape")]
    [InlineData(0.37, "")]
    [InlineData(0.34, "speed_shape")]
    public void The_inner_edge_has_its_share_of_the_speed_of_the_outer(double atHub, string codes)
    {
        // The innermost and the outermost tenth are compared, so the ratio is a little nearer to one than the ends are.
        var curve = Sweeps.Curve(segment => 240e6 * (1 - ((1 - atHub) * segment / Sweeps.Segments)));

        Assert.Equal(codes, Codes(Judged(curve)));
    }

    [Theory]
    [InlineData(999_999, 999_999, "")]
    [InlineData(1_000_000, 20_000, "slow_reads")]
    [InlineData(9_000_000, 20_000, "slow_reads")]
    [InlineData(9_000_000, 6_999_999, "slow_reads")]
    [InlineData(9_000_000, 7_000_000, "read_given_up")]
    public void A_read_is_given_up_where_it_took_seven_seconds_twice_at_one_place(long first, long second, string codes)
    {
        var segments = Sweeps.Passes(Sweeps.Healthy, Sweeps.Healthy);
        segments[250] = Sweeps.Segment(SegmentKind.Verify, 0, 50, Sweeps.Healthy(50), first);
        segments[650] = Sweeps.Segment(SegmentKind.Verify, 1, 50, Sweeps.Healthy(50), second);

        var reasons = Judged(SpeedCurve.Of(Sweeps.SizeBytes, Sweeps.BlockBytes, "fio", segments)!);

        Assert.Equal(codes, Codes(reasons));
        Assert.Equal(codes == "read_given_up", reasons.Any(reason => reason.Severity == Severity.Fail));
    }

    [Theory]
    [InlineData(0.91, "new", "", null)]
    [InlineData(0.89, "new", "slow_drive slow_drive", Severity.Note)]
    [InlineData(0.86, "new", "slow_drive slow_drive", Severity.Note)]
    [InlineData(0.84, "new", "slow_drive slow_drive", Severity.Fail)]
    [InlineData(0.84, "used", "slow_drive slow_drive", Severity.Note)]
    [InlineData(0.84, "classic", "", null)]
    public void A_drive_is_held_against_its_siblings(double share, string policy, string codes, Severity? severity)
    {
        var curve = Sweeps.Curve(segment => share * Sweeps.Healthy(segment));

        var reasons = SpeedJudge.Judge(VerdictPolicies.Find(policy)!, DriveMedium.Hdd, curve, Sweeps.Siblings(3), Stage);

        Assert.Equal(codes, Codes(reasons));
        Assert.All(reasons, reason => Assert.Equal(severity, reason.Severity));
        Assert.All(reasons, reason => Assert.True(reason.After < reason.Limit && reason.Limit < reason.Before));
    }

    [Fact]
    public void Two_siblings_say_nothing_of_the_model() =>
        Assert.Empty(Judged(Sweeps.Curve(segment => 0.5 * Sweeps.Healthy(segment)), Sweeps.Siblings(2)));

    [Fact]
    public void Siblings_that_another_engine_tested_are_another_matter()
    {
        var siblings = Sweeps.Siblings(3).Select(sibling => sibling with { Curve = sibling.Curve with { Engine = "badblocks" } });

        Assert.Empty(Judged(Sweeps.Curve(segment => 0.5 * Sweeps.Healthy(segment)), [.. siblings]));
    }

    [Fact]
    public void A_whole_shelf_that_is_slow_is_not_the_drives_fault()
    {
        var slow = Sweeps.Curve(segment => 0.5 * Sweeps.Healthy(segment));
        ImmutableArray<SiblingCurve> shelf = [.. Sweeps.Siblings(3), .. Sweeps.Siblings(2, 0.5, "attic")];

        var reasons = Judged(slow, shelf);

        Assert.Equal("slow_shelf slow_shelf", Codes(reasons));
        Assert.All(reasons, reason => Assert.Equal(Severity.Note, reason.Severity));
    }

    [Fact]
    public void One_slow_neighbour_is_no_shelf() => Assert.Equal(
        "slow_drive slow_drive",
        Codes(Judged(Sweeps.Curve(segment => 0.5 * Sweeps.Healthy(segment)), [.. Sweeps.Siblings(3), .. Sweeps.Siblings(1, 0.5, "attic"), .. Sweeps.Siblings(3, 1, "attic")])));

    [Fact]
    public void A_zone_too_wide_for_a_dent_shows_against_the_siblings()
    {
        var reasons = Judged(Sweeps.Curve(segment => segment is >= 100 and < 150 ? 0.7 * Sweeps.Healthy(segment) : Sweeps.Healthy(segment)), Sweeps.Siblings(4));

        Assert.Contains(reasons, reason => reason.Code == "slow_zone" && reason.Text == "From 409.6 GB to 614.4 GB it reads at 70 % of the speed of 4 other drives of its model.");
    }

    [Theory]
    [InlineData(DriveMedium.Loop)]
    [InlineData(DriveMedium.Unknown)]
    public void What_has_no_speed_of_its_own_is_not_judged_by_it(DriveMedium medium) =>
        Assert.Empty(SpeedJudge.Judge(VerdictPolicies.New, medium, Sweeps.Curve(_ => 1e6), Sweeps.Siblings(5), Stage));

    [Fact]
    public void Flash_has_no_outer_edge() =>
        Assert.Empty(SpeedJudge.Judge(VerdictPolicies.New, DriveMedium.Ssd, Sweeps.Curve(_ => 500e6), [], Stage));

    private static ImmutableArray<Reason> Judged(SpeedCurve curve, ImmutableArray<SiblingCurve>? siblings = null) =>
        SpeedJudge.Judge(VerdictPolicies.New, DriveMedium.Hdd, curve, siblings ?? [], Stage);

    private static string Codes(ImmutableArray<Reason> reasons) => string.Join(' ', reasons.Select(reason => reason.Code));
}
