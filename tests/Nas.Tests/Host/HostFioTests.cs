using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using Burnin.Rig;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>An upgrade of the host puts another fio in the place of the one that was proved, while a run goes on for days.</summary>
public sealed class HostFioTests
{
    /// <summary>It proves itself once more, which takes a dozen calls of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Of this test alone, since what was proved of a version holds for the machine.</summary>
    private readonly string version = $"fio-{Guid.NewGuid():N}";

    [Theory]
    [InlineData("dash")]
    [InlineData("busybox")]
    public async Task One_that_sees_as_much_goes_on_after_it_was_proved_as_well(string shell)
    {
        await using var bench = await HostBench.SlowAsync(shell, isDisguised: true);
        var order = await HalfWayAsync(bench, $"case $* in --version) echo {version}-new ;; *) exec /usr/bin/fio \"$@\" ;; esac");

        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order, within: Patience)).Result;

        Assert.Equal(StageState.Passed, result.State);
        Assert.Contains($" was proved, and {version}-new is there now", result.Evidence[0].Text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(bench.Base, "proofs", $"{version}-new")));
        Assert.Equal((ulong)bench.Disk.SizeBytes, bench.Faulty!.Counters.BytesWritten);
    }

    [Fact]
    public async Task One_that_sees_less_ends_the_run_and_the_drive_is_not_blamed()
    {
        await using var bench = await HostBench.SlowAsync(isDisguised: true);
        var order = await HalfWayAsync(bench, BlindFio($"{version}-blind"));

        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order, within: Patience)).Result;

        Assert.Equal((StageState.Inconclusive, "aborted"), (result.State, result.Reasons[0].Code));
        Assert.StartsWith($"fio ({version}-blind) could not be proved on this host: ", result.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Contains($"fio {version}-blind, meta: it does not see what another run has written", result.Evidence[0].Text, StringComparison.Ordinal);
        Assert.Empty(result.BadBlocks);
    }

    /// <summary>It proves itself with what it writes itself, and writes it otherwise than the one before.</summary>
    [Fact]
    public async Task One_that_cannot_read_what_was_written_ends_the_run_and_the_drive_is_not_blamed()
    {
        await using var bench = await HostBench.SlowAsync(isDisguised: true);
        var order = await HalfWayAsync(
            bench, $"case $* in --version) echo {version}-other ;; *) exec /usr/bin/fio $(printf '%s\\n' \"$@\" | sed 's/^--verify_pattern=0x1/--verify_pattern=0x2/') ;; esac");

        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order, within: Patience)).Result;

        Assert.Equal((StageState.Inconclusive, "aborted"), (result.State, result.Reasons[0].Code));
        Assert.Contains("the new one does not read what the other has written", result.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Empty(result.BadBlocks);
    }

    /// <summary>Writes as it should, and finds nothing wrong with what it reads.</summary>
    internal static string BlindFio(string version) =>
        $"case $* in --version) echo {version} ;; *--rw=read*) exec /usr/bin/fio $(printf '%s\\n' \"$@\" | grep -v verify) ;; *) exec /usr/bin/fio \"$@\" ;; esac";

    /// <summary>A run that has finished a segment under one fio, and goes on with another.</summary>
    private static async Task<RunOrder> HalfWayAsync(HostBench bench, string script)
    {
        bench.Disguise!.Replace("fio", "#!/bin/sh\nexec /usr/bin/fio \"$@\"");
        var order = await bench.OrderAsync("exchanged", HostBench.With(SurfaceEngine.Fio));
        await bench.StartAsync(order);
        await Eventually.TrueAsync(() => bench.StateOf(order).Length >= 1, "a finished segment", cancellationToken: TestContext.Current.CancellationToken);
        var writer = await bench.FreezeWriterAsync();
        bench.Disguise.Replace("fio", $"#!/bin/sh\n{script}");
        Tool.Signal("CONT", writer);
        await bench.Faulty!.SetFaultsAsync();
        return order;
    }
}
