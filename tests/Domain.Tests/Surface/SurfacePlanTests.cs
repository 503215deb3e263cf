using Burnin.Domain.Surface;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Surface;

public sealed class SurfacePlanTests
{
    private const long MaxBytes = 100_000_000_000_000;

    private static readonly Gen<long> Capacity = Gen.OneOf(Gen.Long[4096, MaxBytes], Gen.Long[4096, 1L << 30], Gen.Long[1, 25].Select(terabytes => terabytes * 1_000_000_000_000));

    [Fact]
    public void A_full_plan_covers_every_block_once_in_each_pattern() => Capacity.Sample(size =>
    {
        var plan = SurfacePlan.Full(size);
        foreach (var pattern in plan.Patterns)
        {
            var next = 0L;
            foreach (var segment in plan.Segments.Where(segment => segment.Pattern == pattern))
            {
                Assert.Equal(next, segment.FirstBlock);
                Assert.True(segment.Blocks > 0);
                next = segment.LastBlock + 1;
            }

            Assert.Equal(size / plan.BlockBytes, next);
        }

        Assert.Equal(plan.Patterns, plan.Segments.Select(segment => segment.Pattern).Distinct());
    });

    [Fact]
    public void What_fills_no_whole_block_is_reported_as_uncovered() => Capacity.Sample(size =>
    {
        var plan = SurfacePlan.Full(size);

        Assert.Equal(size, plan.CoveredBytes + plan.UncoveredBytes);
        Assert.InRange(plan.UncoveredBytes, 0, plan.BlockBytes - 1);
    });

    [Fact]
    public void No_chunk_of_a_plan_reaches_beyond_32_bits() => Capacity.Sample(size =>
    {
        var plan = SurfacePlan.Full(size);

        Assert.All(plan.Segments, segment => Assert.True(segment.LastBlock + SurfacePlan.BlocksPerIo < 1L << 32));
    });

    [Fact]
    public void Samples_stay_on_the_drive_never_meet_and_reach_both_ends() =>
        Gen.Select(Capacity, Gen.Long[4096, 1L << 32], Gen.Int[2, 40]).Sample((size, sampleBytes, samples) =>
        {
            var plan = SurfacePlan.Samples(size, sampleBytes, samples);
            var blocks = size / plan.BlockBytes;

            Assert.Equal(0, plan.Segments[0].FirstBlock);
            Assert.Equal(blocks - 1, plan.Segments[^1].LastBlock);
            Assert.All(plan.Segments, segment => Assert.True(segment.Blocks > 0));
            Assert.All(plan.Segments.Zip(plan.Segments.Skip(1)), pair => Assert.True(pair.First.LastBlock < pair.Second.FirstBlock));
            Assert.Equal(plan.CoveredBytes, plan.Segments.Sum(segment => segment.Blocks) * plan.BlockBytes);
            Assert.Equal(size, plan.CoveredBytes + plan.UncoveredBytes);
        });
}
