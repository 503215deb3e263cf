using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class HostSelfTestTests
{
    private static readonly RunOrder Order = SelfTestBench.Order();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_is_found_again_and_passes()
    {
        await using var bench = await SelfTestBench.CreateAsync();

        Assert.Equal(new LaunchAnswer.Running("selftest"), await bench.StartAsync(Order));
        Assert.Equal(new RunSnapshot.Running(new RunProgress { Percent = 40, Phase = "60 % remaining" }), await bench.SeeAsync(Order));
        Assert.Equal(new LaunchAnswer.Running("selftest"), await bench.StartAsync(Order));
        Assert.Equal(1, await HostBench.FencedByAsync(bench.StartAsync(Order with { Epoch = 0 })));
        bench.Drive.EndTest(0, "Completed without error");

        var result = Assert.IsType<RunSnapshot.Ended>(await bench.SeeAsync(Order)).Result;

        Assert.Equal(StageState.Passed, result.State);
        Assert.Equal(["smartctl_before.json", "smartctl_after.json", "smart.json"], result.Evidence.Select(file => file.Name).Except(["kernel.log"]));
        Assert.DoesNotContain("without error", result.Evidence[0].Text, StringComparison.Ordinal);
        Assert.Contains("without error", result.Evidence[1].Text, StringComparison.Ordinal);
        Assert.Contains("smartctl -t short: exit 0: Testing has begun.", result.Log, StringComparison.Ordinal);
        Assert.Equal(1, bench.Drive.Calls("-t short"));
        await bench.Nas.CleanAsync(Order, Cancelled);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(bench.Base, "runs")));
    }

    [Fact]
    public async Task It_fails_with_the_words_of_the_drive()
    {
        await using var bench = await SelfTestBench.CreateAsync();
        await bench.StartAsync(Order);
        bench.Drive.EndTest(0x75, "Completed: read failure");

        var result = Assert.IsType<RunSnapshot.Ended>(await bench.SnapshotAsync(Order)).Result;

        Assert.Equal((StageState.Failed, "The drive's self-test failed: Completed: read failure."), (result.State, result.Reasons[0].Text));
    }

    [Fact]
    public async Task A_test_of_another_is_neither_taken_for_ours_nor_aborted()
    {
        await using var bench = await SelfTestBench.CreateAsync();
        bench.Drive.StartTest(type: 1);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal("self_test_running", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(Order)).Facts).Code);
        }

        Assert.IsType<RunSnapshot.Lost>(await bench.SnapshotAsync(Order));
        await bench.StopAsync(Order);

        Assert.Equal((246, 0), (bench.Drive.SelfTestStatus, bench.Drive.Calls("-X")));
    }

    [Fact]
    public async Task A_test_that_came_after_ours_is_not_aborted()
    {
        await using var bench = await SelfTestBench.CreateAsync();
        await bench.StartAsync(Order);
        bench.Drive.EndTest(25, "Aborted by host");
        bench.Drive.StartTest(type: 2);

        Assert.Equal(new RunSnapshot.Lost("The self-test ended without a verdict: Aborted by host."), await bench.SnapshotAsync(Order));
        Assert.Equal("self_test_running", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(Order)).Facts).Code);
        await bench.StopAsync(Order);

        Assert.Equal((246, 0), (bench.Drive.SelfTestStatus, bench.Drive.Calls("-X")));
    }

    [Fact]
    public async Task Another_kind_of_test_does_not_pass_for_ours()
    {
        await using var bench = await SelfTestBench.CreateAsync();
        var order = SelfTestBench.Order(stage: StageName.LongSmart);
        await bench.StartAsync(order);
        bench.Drive.EndTest(0, "Completed without error", type: 1);

        Assert.Equal(1, bench.Drive.Calls("-t long"));
        Assert.IsType<RunSnapshot.Lost>(await bench.SnapshotAsync(order));
    }

    [Fact]
    public async Task A_smartctl_that_starts_nothing_and_calls_it_success_is_not_believed()
    {
        await using var bench = await SelfTestBench.CreateAsync();
        bench.Drive.Mute();

        Assert.Equal(
            new LaunchAnswer.Impossible("smartctl started no self-test on this drive: device successfully opened"), await bench.StartAsync(Order));
    }

    [Fact]
    public async Task A_test_that_was_interrupted_is_lost_and_each_new_order_starts_a_new_one()
    {
        await using var bench = await SelfTestBench.CreateAsync();
        for (var tests = 1; tests <= 3; tests++)
        {
            Assert.Equal(new LaunchAnswer.Running("selftest"), await bench.StartAsync(Order));
            Assert.Equal((246, tests), (bench.Drive.SelfTestStatus, bench.Drive.Calls("-t short")));
            bench.Drive.EndTest(0x29, "Interrupted (host reset)");

            Assert.Equal(
                new RunSnapshot.Lost("The self-test ended without a verdict: Interrupted (host reset)."), await bench.SnapshotAsync(Order));
        }
    }

    [Fact]
    public async Task Stopping_aborts_it_until_the_drive_shows_it()
    {
        await using var bench = await SelfTestBench.CreateAsync();
        bench.Drive.Overhear(aborts: 2);
        await bench.StartAsync(Order);

        await bench.StopAsync(Order);
        await bench.StopAsync(Order);

        Assert.Equal((25, 3), (bench.Drive.SelfTestStatus, bench.Drive.Calls("-X")));
        Assert.Equal(StageState.Inconclusive, Assert.IsType<RunSnapshot.Ended>(await bench.SnapshotAsync(Order)).Result.State);
    }

    [Fact]
    public async Task A_stop_that_was_not_proved_is_not_stored()
    {
        await using var bench = await SelfTestBench.CreateAsync();
        bench.Drive.Overhear(aborts: 99);
        await bench.StartAsync(Order);

        Assert.Equal(NasFault.Unreachable, (await Assert.ThrowsAsync<NasException>(() => bench.StopAsync(Order))).Fault);
        Assert.IsType<RunSnapshot.Running>(await bench.SnapshotAsync(Order));
        bench.Drive.Overhear(aborts: 0);
        await bench.StopAsync(Order);

        Assert.Equal(25, bench.Drive.SelfTestStatus);
    }

    [Fact]
    public async Task An_order_that_was_stopped_does_not_start_any_more()
    {
        await using var bench = await SelfTestBench.CreateAsync();
        await bench.StopAsync(Order);

        Assert.Equal("stopped", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(Order)).Facts).Code);
    }

    [Theory]
    [InlineData("ends")]
    [InlineData("is stopped")]
    [InlineData("is cleaned away")]
    public async Task A_drive_that_stands_by_is_kept_awake_until_the_test(string end)
    {
        await using var bench = await SelfTestBench.CreateAsync();
        bench.Drive.ApmLevel = "96";
        await bench.StartAsync(Order);
        Assert.Equal("128", bench.Drive.ApmLevel);

        // Lost, ordered again by another Burnin: the level to go back to is still the drive's own.
        bench.Drive.EndTest(0x29, "Interrupted (host reset)");
        await using var restarted = bench.NewNas();
        await restarted.EnsureStartedAsync(Order with { Epoch = 2 }, Cancelled);
        Assert.Equal("128", bench.Drive.ApmLevel);
        switch (end)
        {
            case "ends":
                bench.Drive.EndTest(0, "Completed without error");
                Assert.IsType<RunSnapshot.Ended>(await bench.SeeAsync(Order));
                break;
            case "is stopped":
                await bench.StopAsync(Order with { Epoch = 2 });
                break;
            default:
                await bench.Nas.CleanAsync(Order, Cancelled);
                break;
        }

        Assert.Equal("96", bench.Drive.ApmLevel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("254")]
    public async Task A_drive_that_does_not_stand_by_is_left_as_it_is(string level)
    {
        await using var bench = await SelfTestBench.CreateAsync();
        bench.Drive.ApmLevel = level;

        Assert.Equal(new LaunchAnswer.Running("selftest"), await bench.StartAsync(Order));
        await bench.StopAsync(Order);

        Assert.Equal((level, 0), (bench.Drive.ApmLevel, bench.Drive.Calls("-s apm")));
    }

    [Fact]
    public async Task A_self_test_does_not_start_on_a_disk_that_is_being_written()
    {
        await using var bench = await SelfTestBench.CreateAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(bench.LockPath)!);
        await using var writer = new FileStream(bench.LockPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bench.StartAsync(Order));

        Assert.Equal(("locked", 0), (Assert.Single(refused.Facts).Code, bench.Drive.Calls("-t")));
    }
}
