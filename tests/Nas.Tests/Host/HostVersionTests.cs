using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>A run that another version of Burnin has begun, and whose directory says so: its notes mean something else.</summary>
public sealed class HostVersionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("dash", "1")]
    [InlineData("busybox", "1")]
    [InlineData("dash", null)]
    public async Task One_that_is_over_is_neither_taken_up_nor_written_over(string shell, string? format)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("of-old");
        await bench.StartAsync(order);
        var writer = await bench.FreezeWriterAsync();
        Tool.Signal("KILL", bench.RunnerOf(order));
        Tool.Signal("KILL", writer);
        await bench.SeeAsync<RunSnapshot.Lost>(order);
        Become(bench, order, format);
        var content = bench.Disk.ContentHash();

        await bench.SeeAsync<RunSnapshot.Lost>(order);
        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

        Assert.Equal("other_version", Assert.Single(refused.Facts).Code);
        Assert.Empty(bench.Disk.Writers());
        Assert.Equal(content, bench.Disk.ContentHash());
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task One_that_goes_on_is_told_left_alone_and_ended_when_that_is_asked_for(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell);
        var order = await bench.OrderAsync("of-old");
        await bench.StartAsync(order);
        var writer = await bench.FreezeWriterAsync();
        Become(bench, order, "1");

        var seen = await bench.SeeAsync<RunSnapshot.Unseen>(order, unseen => unseen.Why.Contains("another version", StringComparison.Ordinal));
        Assert.Contains("goes on", seen.Why, StringComparison.Ordinal);
        Assert.Equal("other_version", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order)).Facts).Code);
        Assert.Equal(NasFault.NotSupported, (await Assert.ThrowsAsync<NasException>(() => bench.Nas.HoldAsync(order, Token))).Fault);
        await Assert.ThrowsAsync<NasException>(() => bench.Nas.CleanAsync(order, Token));
        Assert.Contains(writer, bench.Disk.Writers());

        await bench.Nas.StopAsync(order, Token);
        Assert.Empty(bench.Disk.Writers());
        await bench.Nas.CleanAsync(order, Token);
        Assert.False(Directory.Exists(RunOf(bench, order)));
    }

    [Fact]
    public async Task What_this_version_begins_is_marked_as_its_own()
    {
        await using var bench = new HostBench();
        var order = await bench.OrderAsync("of-new");

        await bench.StartAsync(order);

        Assert.Equal("2", File.ReadAllText(Path.Combine(RunOf(bench, order), "format")).Trim());
        Assert.Equal(StageState.Passed, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
    }

    private static string RunOf(HostBench bench, RunOrder order) => Path.Combine(bench.Base, "runs", order.RunId);

    /// <summary>Null: from before runs said by what they were begun.</summary>
    private static void Become(HostBench bench, RunOrder order, string? format)
    {
        var file = Path.Combine(RunOf(bench, order), "format");
        File.Delete(file);
        if (format is not null)
        {
            File.WriteAllText(file, format);
        }
    }
}
