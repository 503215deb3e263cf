using System.Diagnostics;
using Burnin.Domain.Jobs;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>Whether the kernel lets anybody have a disk alone: asked by what the host has, and never taken for granted.</summary>
public sealed class HostExclusiveTests
{
    [Theory]
    [InlineData("")]
    [InlineData("perl")]
    [InlineData("perl python3")]
    public async Task A_disk_that_somebody_has_for_themselves_is_refused_whatever_tool_has_to_ask(string hidden)
    {
        await using var bench = Without(hidden);
        var order = await bench.OrderAsync("alone");
        using var holder = Process.Start(new ProcessStartInfo("perl", ["-MFcntl", "-e", "sysopen(my $h, $ARGV[0], O_RDONLY | O_EXCL) or die $!; $| = 1; print qq(held\\n); sleep 600", bench.Disk.Node])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            Assert.Equal("held", await holder.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

            var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(order));

            Assert.Equal([new("open", $"{bench.Disk.Name} is held by the kernel or a program that wants it for itself.")], refused.Facts);
        }
        finally
        {
            holder.Kill();
            await holder.WaitForExitAsync(CancellationToken.None);
        }

        Assert.IsType<LaunchAnswer.Running>(await bench.StartAsync(order));
        Assert.Equal(StageState.Passed, (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result.State);
    }

    [Fact]
    public async Task Where_nothing_can_ask_nothing_is_written()
    {
        await using var bench = Without("perl python3 e2fsck");

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(await bench.OrderAsync("unasked")));

        Assert.Equal("unknown", Assert.Single(refused.Facts).Code);
        Assert.EndsWith("the host has none of perl, python3 and e2fsck.", refused.Facts[0].Detail, StringComparison.Ordinal);
    }

    private static HostBench Without(string tools)
    {
        var bench = new HostBench(isDisguised: true);
        foreach (var tool in tools.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bench.Disguise!.Hide(tool);
        }

        return bench;
    }
}
