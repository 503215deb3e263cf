using System.Text.Json;
using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>Disks with real faults, and what each engine says of them.</summary>
public sealed class HostFaultTests
{
    private const long Small = 16 << 20;

    [Theory]
    [InlineData(SurfaceEngine.Fio, "read 1500b 4096", "read_errors")]
    [InlineData(SurfaceEngine.Fio, "write 1500b 4096", "write_errors")]
    [InlineData(SurfaceEngine.Fio, "bad 1500b 4096", "both")]
    [InlineData(SurfaceEngine.Fio, "corrupt 1500b 4096", "mismatches")]
    [InlineData(SurfaceEngine.Badblocks, "read 1500b 4096", "read_errors")]
    [InlineData(SurfaceEngine.Badblocks, "bad 1500b 4096", "write_errors")]
    [InlineData(SurfaceEngine.Badblocks, "corrupt 1500b 4096", "mismatches")]
    public async Task A_bad_block_is_named_exactly_by_either_engine(SurfaceEngine engine, string fault, string counted)
    {
        await using var bench = await HostBench.FaultyAsync("dash", Small, faults: fault);

        var result = await RunAsync(bench, HostBench.With(engine));

        Assert.Equal(StageState.Failed, result.State);
        Assert.Equal([1500], result.BadBlocks);
        Assert.Equal(4096, result.BlockBytes);
        var counts = result.Reasons.Single(reason => reason.Code == "surface_errors").Text;
        Assert.Contains($"{engine.ToString().ToLowerInvariant()} counted", counts, StringComparison.Ordinal);
        Assert.Equal(counted is "read_errors" or "both", !counts.Contains(" 0 read errors", StringComparison.Ordinal));
        Assert.Equal(counted is "write_errors" or "both", !counts.Contains(" 0 write errors", StringComparison.Ordinal));
        Assert.Equal(0, result.UntestedBytes);
    }

    [Fact]
    public async Task Several_bad_blocks_within_one_IO_are_told_apart()
    {
        await using var bench = await HostBench.FaultyAsync("dash", Small, faults: ["read 1500b 4096", "corrupt 1502b 4096", "read 1505b 8192", "corrupt 3000b 512"]);

        var result = await RunAsync(bench, HostBench.With(SurfaceEngine.Fio));

        Assert.Equal([1500, 1502, 1505, 1506, 3000], result.BadBlocks);
    }

    [Fact]
    public async Task A_medium_that_is_smaller_than_it_claims_is_found_out()
    {
        await using var bench = await HostBench.FaultyAsync("dash", 64 << 20, faults: "alias 16M");

        var result = await RunAsync(bench, HostBench.With(SurfaceEngine.Auto));

        Assert.Equal((StageState.Failed, 64), (result.State, result.BadBlockCount));
    }

    [Fact]
    public async Task A_medium_that_wraps_round_to_an_earlier_segment_is_found_out()
    {
        await using var bench = await HostBench.FaultyAsync("dash", 192 << 20, faults: "alias 64M");

        var result = await RunAsync(bench, HostBench.With(SurfaceEngine.Auto));

        Assert.Equal((StageState.Failed, 0L), (result.State, result.BadBlocks[0]));
    }

    [Fact]
    public async Task A_write_that_never_happened_is_seen_although_an_older_run_left_the_right_shape_there()
    {
        await using var bench = await HostBench.FaultyAsync("dash", Small);
        Assert.Equal(StageState.Passed, (await RunAsync(bench, HostBench.With(SurfaceEngine.Fio), "older")).State);
        await bench.Faulty!.SetFaultsAsync("lost 2000b 8192");

        var result = await RunAsync(bench, HostBench.With(SurfaceEngine.Fio), "newer");

        Assert.Equal((StageState.Failed, "2000,2001"), (result.State, string.Join(',', result.BadBlocks)));
        Assert.Contains("came back different", result.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_that_could_be_read_the_second_time_still_fails_the_drive()
    {
        await using var bench = await HostBench.FaultyAsync("dash", Small, faults: "pending 1500b 4096");

        // Reading only, since writing heals it; then the same place is written and read back without a fault.
        var read = await RunAsync(bench, new SurfaceOrder { Shape = new SurfaceShape { Mode = SurfaceMode.Read } }, "read");
        var written = await RunAsync(bench, HostBench.With(SurfaceEngine.Fio), "written");

        Assert.Equal((StageState.Failed, 1500L), (read.State, Assert.Single(read.BadBlocks)));
        Assert.Equal(StageState.Passed, written.State);
    }

    [Fact]
    public async Task Reading_only_leaves_the_disk_as_it_is_even_where_it_is_formatted()
    {
        await using var bench = await HostBench.FaultyAsync("dash", Small);
        Tool.Run("mkfs.ext4", "-q", bench.Disk.Node);
        var before = bench.Disk.ContentHash();

        var result = await RunAsync(bench, new SurfaceOrder { Shape = new SurfaceShape { Mode = SurfaceMode.Read } });

        Assert.Equal((StageState.Passed, Small), (result.State, result.TestedBytes));
        Assert.Equal(before, bench.Disk.ContentHash());
        Assert.Equal(0UL, bench.Faulty!.Counters.Lost);
    }

    [Theory]
    [InlineData(SurfaceEngine.Fio)]
    [InlineData(SurfaceEngine.Badblocks)]
    public async Task The_first_error_ends_the_run_where_that_was_asked_for(SurfaceEngine engine)
    {
        await using var bench = await HostBench.FaultyAsync("dash", Small, faults: ["bad 500b 4096", "bad 3000b 4096"]);

        var result = await RunAsync(bench, HostBench.With(engine) with { MaxBadBlocks = 1 });

        Assert.Equal((StageState.Failed, 500L), (result.State, Assert.Single(result.BadBlocks)));
        Assert.Contains(result.Reasons, reason => reason.Code == "incomplete");
    }

    [Fact]
    public async Task Bad_blocks_up_to_the_threshold_are_notes()
    {
        await using var bench = await HostBench.FaultyAsync("dash", Small, faults: "read 1500b 4096");

        var result = await RunAsync(bench, HostBench.With(SurfaceEngine.Auto) with { BadBlockThreshold = 1 });

        Assert.Equal((StageState.Passed, 1), (result.State, result.BadBlockCount));
        Assert.All(result.Reasons, reason => Assert.Equal(Severity.Note, reason.Severity));
    }

    [Fact]
    public async Task A_dead_disk_ends_the_run_at_the_limit_of_bad_blocks()
    {
        await using var bench = await HostBench.FaultyAsync("dash", Small, faults: "dead_after 6M");

        var result = await RunAsync(bench, HostBench.With(SurfaceEngine.Fio) with { MaxBadBlocks = 8 });

        Assert.Equal((StageState.Failed, 8), (result.State, result.BadBlockCount));
    }

    [Fact]
    public async Task Samples_are_read_back_again_when_all_are_written()
    {
        await using var bench = await HostBench.FaultyAsync("dash", 64 << 20);

        var result = await RunAsync(bench, new SurfaceOrder { Shape = new SurfaceShape { SamplesOnly = true } });

        Assert.Equal(StageState.Passed, result.State);
        Assert.Equal(64 << 20, result.TestedBytes);
    }

    [Fact]
    public async Task The_result_carries_what_it_rests_on()
    {
        await using var bench = await HostBench.FaultyAsync("dash", Small, faults: "read 1500b 4096");

        var result = await RunAsync(bench, HostBench.With(SurfaceEngine.Fio));

        // What the kernel of this machine logged, and whether anything took long enough to be measured, is another matter.
        Assert.Equal(["surface.log", "segments.json"], result.Evidence.Select(evidence => evidence.Name).Except(["speed.json", "kernel.log"]));
        Assert.NotNull(result.Kernel);
        Assert.Contains("read offset=6144000", result.Evidence[0].Text, StringComparison.Ordinal);
        Assert.Contains("\"p999_microseconds\":", result.Evidence[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_zone_shows_in_the_figures_of_its_segment()
    {
        await using var bench = await HostBench.FaultyAsync("dash", 192 << 20, faults: "slow 64M 64M 30");

        var result = await RunAsync(bench, HostBench.With(SurfaceEngine.Fio));

        Assert.Equal(StageState.Passed, result.State);
        using var file = JsonDocument.Parse(result.Evidence[1].Text);
        var medians = file.RootElement.GetProperty("segments").EnumerateArray()
            .Select(segment => (segment.TryGetProperty("write", out var half) ? half : segment.GetProperty("read")).GetProperty("median_microseconds").GetInt64()).ToList();
        Assert.Equal(6, medians.Count);
        Assert.All([medians[1], medians[4]], slow => Assert.True(slow >= 30_000, $"{slow} us"));
        Assert.All([medians[0], medians[2], medians[3], medians[5]], fast => Assert.True(fast < medians[1], $"{fast} us"));
    }

    private static async Task<RunResult> RunAsync(HostBench bench, SurfaceOrder surface, string runId = "run")
    {
        var order = await bench.OrderAsync(runId, surface);
        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));
        return (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result;
    }
}
