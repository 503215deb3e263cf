using Burnin.Domain.Surface;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Surface;

public sealed class SurfacePlanTests
{
    private const long MaxBytes = 100_000_000_000_000;

    private static readonly Gen<long> Capacity = Gen.OneOf(Gen.Long[4096, MaxBytes], Gen.Long[4096, 1L << 30], Gen.Long[1, 25].Select(terabytes => terabytes * 1_000_000_000_000));

    private static readonly Gen<SurfaceShape> Shape = Gen.Select(Gen.Enum<SurfaceMode>(), Gen.Int[-1, 6], Gen.Bool, (mode, passes, samples) =>
        new SurfaceShape { Mode = mode, Passes = passes, SamplesOnly = samples });

    private static readonly Gen<SurfaceEngine> Engine = Gen.Enum<SurfaceEngine>();

    [Fact]
    public void A_plan_covers_every_block_of_the_drive_once_in_each_half_of_each_pass() =>
        Gen.Select(Capacity, Gen.Enum<SurfaceMode>(), Gen.Int[1, 4], Engine).Sample((size, mode, passes, engine) =>
        {
            var plan = SurfacePlan.Of(size, new SurfaceShape { Mode = mode, Passes = passes }, engine);

            Assert.Equal(mode == SurfaceMode.Read ? 1 : passes, plan.Passes);
            Assert.Equal(KindsOf(mode, engine), plan.Segments.Select(segment => segment.Kind).Distinct());
            Assert.Equal(Enumerable.Range(0, plan.Passes), plan.Segments.Select(segment => segment.Pass).Distinct());
            foreach (var half in plan.Segments.GroupBy(segment => (segment.Pass, segment.Kind)))
            {
                var next = 0L;
                foreach (var segment in half)
                {
                    Assert.Equal(next, segment.FirstBlock);
                    Assert.True(segment.Blocks > 0);
                    next = segment.LastBlock + 1;
                }

                Assert.Equal(size / plan.BlockBytes, next);
            }

            Assert.InRange(plan.UncoveredBytes, 0, plan.BlockBytes - 1);
        });

    [Fact]
    public void A_pass_is_written_whole_before_any_of_it_is_read_back_where_the_engine_can() =>
        Gen.Select(Capacity, Gen.Int[1, 4]).Sample((size, passes) =>
        {
            var plan = SurfacePlan.Of(size, new SurfaceShape { Passes = passes }, SurfaceEngine.Fio);

            Assert.All(plan.Segments.GroupBy(segment => segment.Pass), pass =>
            {
                var kinds = pass.Select(segment => segment.Kind).ToList();
                Assert.Equal(kinds.OrderBy(kind => kind == SegmentKind.Verify), kinds);
            });
        });

    [Fact]
    public void One_pass_ends_before_the_next_begins() =>
        Gen.Select(Capacity, Shape, Engine).Sample((size, shape, engine) =>
        {
            var passes = SurfacePlan.Of(size, shape, engine).Segments.Select(segment => segment.Pass).ToList();

            Assert.Equal(passes.Order(), passes);
        });

    [Fact]
    public void A_plan_says_what_it_does_not_cover() =>
        Gen.Select(Capacity, Shape, Engine).Sample((size, shape, engine) =>
        {
            var plan = SurfacePlan.Of(size, shape, engine);
            var blocks = plan.Segments.Where(segment => segment.Pass == 0 && segment.Kind == plan.Segments[0].Kind).Sum(segment => segment.Blocks);

            Assert.Equal(plan.CoveredBytes, blocks * plan.BlockBytes);
            Assert.Equal(size, plan.CoveredBytes + plan.UncoveredBytes);
        });

    [Fact]
    public void No_part_of_a_plan_meets_another_of_its_pass() =>
        Gen.Select(Capacity, Shape, Engine).Sample((size, shape, engine) =>
        {
            foreach (var part in SurfacePlan.Of(size, shape, engine).Segments.GroupBy(segment => (segment.Pass, segment.Kind)))
            {
                Assert.All(part.Zip(part.Skip(1)), pair => Assert.True(pair.First.LastBlock < pair.Second.FirstBlock));
            }
        });

    [Fact]
    public void No_io_that_begins_in_a_plan_reaches_beyond_32_bits() =>
        Gen.Select(Capacity, Shape, Engine).Sample((size, shape, engine) =>
        {
            var plan = SurfacePlan.Of(size, shape, engine);

            Assert.All(plan.Segments, segment => Assert.True(segment.LastBlock + (SurfacePlan.MaxIoBytes / plan.BlockBytes) < 1L << 32));
        });

    [Fact]
    public void Samples_stay_on_the_drive_and_reach_both_ends() =>
        Gen.Select(Capacity, Gen.Long[4096, 1L << 32], Gen.Int[2, 40]).Sample((size, sampleBytes, samples) =>
        {
            var plan = SurfacePlan.Samples(size, [SegmentKind.Read], sampleBytes, samples);
            var first = plan.Segments.TakeWhile(segment => segment.Kind == plan.Segments[0].Kind).ToList();

            Assert.Equal(1, plan.Passes);
            Assert.Equal(0, first[0].FirstBlock);
            Assert.Equal((size / plan.BlockBytes) - 1, first[^1].LastBlock);
            Assert.All(plan.Segments, segment => Assert.True(segment.Blocks > 0));
        });

    [Fact]
    public void All_samples_are_written_before_any_is_read_again() =>
        Gen.Select(Capacity, Engine).Sample((size, engine) =>
        {
            var plan = SurfacePlan.Of(size, new SurfaceShape { SamplesOnly = true }, engine);
            var half = plan.Segments.Length / 2;

            Assert.All(plan.Segments[..half], segment => Assert.Equal(KindsOf(SurfaceMode.Write, engine)[0], segment.Kind));
            Assert.Equal(plan.Segments[..half].Select(segment => segment with { Kind = SegmentKind.Verify }), plan.Segments[half..]);
        });

    [Fact]
    public void Samples_that_are_only_read_are_read_once() =>
        Capacity.Sample(size => Assert.All(
            SurfacePlan.Of(size, new SurfaceShape { Mode = SurfaceMode.Read, SamplesOnly = true, Passes = 4 }, SurfaceEngine.Fio).Segments,
            segment => Assert.Equal((SegmentKind.Read, 0), (segment.Kind, segment.Pass))));

    private static SegmentKind[] KindsOf(SurfaceMode mode, SurfaceEngine engine) => (mode, engine) switch
    {
        (SurfaceMode.Read, _) => [SegmentKind.Read],
        (_, SurfaceEngine.Badblocks) => [SegmentKind.WriteVerify],
        _ => [SegmentKind.Write, SegmentKind.Verify],
    };
}
