using Burnin.Domain.Speed;
using Burnin.Domain.Surface;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Speed;

public sealed class SpeedCurveTests
{
    [Fact]
    public void The_curve_falls_from_the_rim_to_the_hub_and_is_kept_in_hundredths()
    {
        var read = Sweeps.Curve(Sweeps.Healthy).Lane(SpeedDirection.Read)!;

        Assert.Equal(SpeedLane.Parts, read.BytesPerSecond.Length);
        Assert.InRange(read.BytesPerSecond[0]!.Value, 238e6, 240e6);
        Assert.InRange(read.BytesPerSecond[99]!.Value, 120e6, 122e6);
        Assert.InRange(read.InnerToOuterRatio!.Value, 0.53, 0.55);
        Assert.InRange(read.MeanBytesPerSecond, 171e6, 175e6);
        Assert.Equal((1, 1.0, 0), (read.Sweeps, read.Covered, read.LeftOut));
        Assert.Equal((20_000L, 40_000L, 60_000L, 90_000L), (read.MedianMicroseconds, read.P99Microseconds, read.P999Microseconds, read.MaxMicroseconds));
    }

    [Fact]
    public void One_odd_pass_of_three_does_not_bend_the_curve()
    {
        var odd = Sweeps.Curve(Sweeps.Healthy, segment => segment == 50 ? 10e6 : Sweeps.Healthy(segment), Sweeps.Healthy);

        Assert.Equal(
            Sweeps.Curve(Sweeps.Healthy).Lane(SpeedDirection.Read)!.BytesPerSecond.AsEnumerable(),
            odd.Lane(SpeedDirection.Read)!.BytesPerSecond);
    }

    [Fact]
    public void What_stood_still_or_met_errors_or_was_too_short_to_measure_says_nothing_of_the_speed()
    {
        var segments = Sweeps.Passes(Sweeps.Healthy);
        var reads = segments.FindIndex(segment => segment.Segment.Kind == SegmentKind.Verify);
        segments[reads] = segments[reads] with { HeldSeconds = 60 };
        segments[reads + 1] = segments[reads + 1] with { ReadErrors = 1 };
        segments[reads + 2] = segments[reads + 2] with { IsWhole = false };
        segments[reads + 3] = segments[reads + 3] with { Read = segments[reads + 3].Read! with { Milliseconds = 1 } };
        segments[reads + 4] = segments[reads + 4] with { Read = null };

        var read = SpeedCurve.Of(Sweeps.SizeBytes, Sweeps.BlockBytes, "fio", segments)!.Lane(SpeedDirection.Read)!;

        Assert.Equal(5, read.LeftOut);
        Assert.Null(read.BytesPerSecond[0]);
        Assert.NotNull(read.BytesPerSecond[2]);
        Assert.Equal(0.98, read.Covered, 3);
    }

    [Fact]
    public void Without_a_measure_there_is_no_curve()
    {
        Assert.Null(SpeedCurve.Of(Sweeps.SizeBytes, Sweeps.BlockBytes, "fio", []));
        Assert.Null(SpeedCurve.Of(Sweeps.SizeBytes, Sweeps.BlockBytes, null, Sweeps.Passes(Sweeps.Healthy)));
        Assert.Null(SpeedCurve.Of(Sweeps.SizeBytes, Sweeps.BlockBytes, "badblocks", Sweeps.Passes(Sweeps.Healthy).Select(segment => segment with { Write = null, Read = null })));
    }

    [Fact]
    public void A_place_is_dented_where_it_is_slow_against_its_neighbours_in_two_sweeps()
    {
        Func<int, double> dented = segment => segment is 120 or 121 ? 0.5 * Sweeps.Healthy(segment) : Sweeps.Healthy(segment);

        // Written and read: two sweeps of one pass.
        var dent = Assert.Single(Sweeps.Curve(dented).Dents);

        Assert.Equal((120 * Sweeps.SegmentBytes, 122 * Sweeps.SegmentBytes, 2, 2), (dent.FromByte, dent.ToByte, dent.Times, dent.Sweeps));
        Assert.InRange(dent.Ratio, 0.48, 0.52);
    }

    [Theory]
    [InlineData(0.73, 1)]
    [InlineData(0.77, 0)]
    public void A_dent_is_below_three_quarters(double share, int dents) =>
        Assert.Equal(dents, Sweeps.Curve(segment => segment == 80 ? share * Sweeps.Healthy(segment) : Sweeps.Healthy(segment)).Dents.Length);

    [Fact]
    public void What_was_slow_at_another_place_each_time_is_no_dent()
    {
        var segments = Sweeps.Passes(Sweeps.Healthy, Sweeps.Healthy);
        foreach (var place in (int[])[30, 250, 470, 690])
        {
            segments[place] = Sweeps.Segment(segments[place].Segment.Kind, segments[place].Segment.Pass, place % Sweeps.Segments, 40e6);
        }

        Assert.Empty(SpeedCurve.Of(Sweeps.SizeBytes, Sweeps.BlockBytes, "fio", segments)!.Dents);
    }

    [Fact]
    public void A_healthy_curve_has_no_dent_wherever_its_zones_begin() => Gen.Select(Gen.Int[2, 30], Gen.Double[0.9, 1.0]).Sample((zones, noise) =>
    {
        // Real disks lose speed in steps, and no two segments take quite the same time.
        Func<int, double> stepped = segment => Sweeps.Healthy(segment / zones * zones) * (segment % 3 == 0 ? noise : 1);

        Assert.Empty(Sweeps.Curve(stepped, stepped).Dents);
    });

    [Fact]
    public void Long_reads_are_kept_by_place_with_how_often_they_were_long()
    {
        var segments = Sweeps.Passes(Sweeps.Healthy, Sweeps.Healthy);
        segments[250] = Sweeps.Segment(SegmentKind.Verify, 0, 50, Sweeps.Healthy(50), maxMicroseconds: 3_000_000);
        segments[650] = Sweeps.Segment(SegmentKind.Verify, 1, 50, Sweeps.Healthy(50), maxMicroseconds: 8_000_000);
        segments[10] = Sweeps.Segment(SegmentKind.Write, 0, 10, Sweeps.Healthy(10), maxMicroseconds: 9_000_000);

        var place = Assert.Single(SpeedCurve.Of(Sweeps.SizeBytes, Sweeps.BlockBytes, "fio", segments)!.SlowPlaces);

        Assert.Equal((50 * Sweeps.SegmentBytes, 8_000_000L, 3_000_000L, 2), (place.FromByte, place.MaxMicroseconds, place.SecondMaxMicroseconds, place.Times));
    }
}
