using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class HostFaultTests
{
    [Fact]
    public async Task A_block_that_cannot_be_read_is_named_exactly()
    {
        await using var bench = new HostBench(diskBytes: 16 << 20, fault: new BlockFault(1500, IsAltered: false));
        var whole = SurfacePlan.Full(bench.Disk.SizeBytes);
        var order = await bench.OrderAsync("unreadable", whole with { Patterns = [0xaa], Segments = [whole.Segments[0]] });

        await bench.StartAsync(order);
        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);

        Assert.Equal(StageState.Failed, ended.Result.State);
        Assert.Equal([1500], ended.Result.BadBlocks);
        Assert.Equal(4096, ended.Result.BlockBytes);
        Assert.Contains("1 read errors, 0 write errors and 0", ended.Result.Reasons.Single(reason => reason.Code == "surface_errors").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_that_comes_back_different_is_named_exactly_although_badblocks_names_another()
    {
        await using var bench = new HostBench(diskBytes: 16 << 20, fault: new BlockFault(1500, IsAltered: true));
        var whole = SurfacePlan.Full(bench.Disk.SizeBytes);
        var order = await bench.OrderAsync("altered", whole with { Patterns = [0xaa], Segments = [whole.Segments[0]] });

        await bench.StartAsync(order);
        var ended = await bench.SeeAsync<RunSnapshot.Ended>(order);

        Assert.Equal(StageState.Failed, ended.Result.State);
        Assert.Equal([1500], ended.Result.BadBlocks);
        Assert.Equal("2524", File.ReadAllText(Path.Combine(bench.Base, "runs", "altered", "segment.bad")).Trim());
    }
}
