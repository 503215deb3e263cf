using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Xunit;

namespace Burnin.Nas.Tests.Original;

public sealed class OriginalSelfTestTests
{
    [Fact]
    public async Task A_short_test_reports_its_way_and_passes()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var order = await bed.StartedAsync(await bed.OrderAsync("sda", StageName.ShortSmart));

        var heard = OriginalTestBed.Listen(bed.Nas, order, out var watch);
        await bed.PassUntilAsync(() => heard.Any(snapshot => snapshot is RunSnapshot.Ended));
        watch.Dispose();

        var percents = heard.OfType<RunSnapshot.Running>().Select(running => running.Progress.Percent).ToList();
        Assert.NotEmpty(percents);
        Assert.Equal(percents.Order(), percents);
        var result = heard.OfType<RunSnapshot.Ended>().First().Result;
        Assert.Equal(StageState.Passed, result.State);
        Assert.Empty(result.Reasons);
        Assert.Contains("Completed without error", result.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_failing_drive_fails_at_thirty_percent_with_the_words_of_the_nas()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var order = await bed.StartedAsync(await bed.OrderAsync("sdn", StageName.LongSmart));

        var heard = OriginalTestBed.Listen(bed.Nas, order, out _);
        await bed.PassUntilAsync(() => heard.Any(snapshot => snapshot is RunSnapshot.Ended));

        var result = heard.OfType<RunSnapshot.Ended>().First().Result;
        Assert.Equal(StageState.Failed, result.State);
        var reason = Assert.Single(result.Reasons);
        Assert.Equal(("self_test_failed", Severity.Fail), (reason.Code, reason.Severity));
        Assert.Matches(@"^The long self-test of sdn \(serial \S+\) failed at (29|30|31) %: .*read failure\.$", reason.Text);
        Assert.Contains("lba_of_first_error", result.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_twice_starts_once_and_a_new_process_attaches()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var order = await bed.OrderAsync("sdb", StageName.LongSmart);
        var started = await bed.StartedAsync(order);

        var again = await bed.StartedAsync(order);
        var restarted = bed.Client(bed.Connection);
        var attached = await restarted.EnsureStartedAsync(order, OriginalTestBed.Cancelled);
        var byHandle = await restarted.EnsureStartedAsync(started, OriginalTestBed.Cancelled);

        Assert.Equal(started.Handle, again.Handle);
        Assert.Equal(new LaunchAnswer.Running(started.Handle!), attached);
        Assert.Equal(new LaunchAnswer.Running(started.Handle!), byHandle);
    }

    [Fact]
    public async Task A_test_that_ended_while_nobody_looked_is_not_run_again()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var started = await bed.StartedAsync(await bed.OrderAsync("sdb", StageName.ShortSmart));
        bed.Clock.Advance(TimeSpan.FromMinutes(10));
        var restarted = bed.Client(bed.Connection);

        var attached = await restarted.EnsureStartedAsync(started, OriginalTestBed.Cancelled);
        var heard = OriginalTestBed.Listen(restarted, started, out _);
        await bed.PassUntilAsync(() => !heard.IsEmpty);

        Assert.Equal(new LaunchAnswer.Running(started.Handle!), attached);
        Assert.Equal(StageState.Passed, Assert.IsType<RunSnapshot.Ended>(heard.First()).Result.State);
    }

    [Fact]
    public async Task Stopping_returns_when_the_test_is_over_and_a_new_order_starts_a_new_one()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var order = await bed.StartedAsync(await bed.OrderAsync("sdd", StageName.LongSmart));

        await bed.Nas.StopAsync(order, OriginalTestBed.Cancelled);
        await bed.Nas.StopAsync(order, OriginalTestBed.Cancelled);
        var heard = OriginalTestBed.Listen(bed.Nas, order, out var watch);
        await bed.PassUntilAsync(() => !heard.IsEmpty);
        watch.Dispose();
        var next = await bed.StartedAsync(order);

        Assert.Contains("cut short", Assert.IsType<RunSnapshot.Lost>(heard.First()).Why, StringComparison.Ordinal);
        Assert.NotEqual(order.Handle, next.Handle);
    }

    [Fact]
    public async Task A_job_that_the_nas_has_forgotten_is_lost()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var order = await bed.StartedAsync(await bed.OrderAsync("sde", StageName.ShortSmart));
        await bed.PullAsync("reset");

        var heard = OriginalTestBed.Listen(bed.Nas, order, out _);
        await bed.PassUntilAsync(() => !heard.IsEmpty);

        Assert.IsType<RunSnapshot.Lost>(heard.First());
    }

    [Fact]
    public async Task Another_drives_job_of_the_same_number_is_not_taken_for_ours()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var other = await bed.StartedAsync(await bed.OrderAsync("sdf", StageName.ShortSmart));
        var order = (await bed.OrderAsync("sde", StageName.ShortSmart)) with { Handle = other.Handle };

        var heard = OriginalTestBed.Listen(bed.Nas, order, out _);
        await bed.PassUntilAsync(() => !heard.IsEmpty);

        Assert.IsType<RunSnapshot.Lost>(heard.First());
    }

    [Fact]
    public async Task A_drive_pulled_out_under_test_is_not_condemned_and_not_started_again()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var order = await bed.StartedAsync(await bed.OrderAsync("sdg", StageName.ShortSmart));
        bed.Clock.Advance(TimeSpan.FromSeconds(20));
        await bed.PullAsync("drives/sdg/remove");

        var heard = OriginalTestBed.Listen(bed.Nas, order, out _);
        await bed.PassUntilAsync(() => !heard.IsEmpty);
        var answer = await bed.Nas.EnsureStartedAsync(order, OriginalTestBed.Cancelled);

        Assert.IsType<RunSnapshot.Lost>(heard.First());
        var fact = Assert.Single(Assert.IsType<LaunchAnswer.Refused>(answer).Facts);
        Assert.Equal($"No disk on the host answers to serial {order.Target.Serial}.", fact.Detail);
    }

    [Fact]
    public async Task Another_disk_under_the_serial_is_refused()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var order = await bed.OrderAsync("sda", StageName.ShortSmart);
        order = order with { Target = order.Target with { SizeBytes = order.Target.SizeBytes - 512 } };

        var answer = await bed.Nas.EnsureStartedAsync(order, OriginalTestBed.Cancelled);

        Assert.Equal("identity", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(answer).Facts).Code);
    }

    [Fact]
    public async Task Trouble_on_the_way_is_unseen_and_passes()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var order = await bed.StartedAsync(await bed.OrderAsync("sdh", StageName.LongSmart));
        await bed.BreakAsync(status: 502);

        var heard = OriginalTestBed.Listen(bed.Nas, order, out _);
        await bed.PassUntilAsync(() => !heard.IsEmpty);
        await bed.BreakAsync();
        await bed.PassUntilAsync(() => heard.Any(snapshot => snapshot is RunSnapshot.Running));

        Assert.Contains("502", Assert.IsType<RunSnapshot.Unseen>(heard.First()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listener_that_throws_or_hangs_holds_nobody_up_and_hears_the_end()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var broken = await bed.StartedAsync(await bed.OrderAsync("sda", StageName.ShortSmart));
        var hanging = await bed.StartedAsync(await bed.OrderAsync("sdb", StageName.ShortSmart));
        var order = await bed.StartedAsync(await bed.OrderAsync("sdc", StageName.ShortSmart));
        var release = new TaskCompletionSource();
        var ends = 0;

        using var first = bed.Nas.Watch(broken, snapshot =>
            snapshot is RunSnapshot.Ended && Interlocked.Increment(ref ends) == 1 ? throw new InvalidOperationException("disk full") : Task.CompletedTask);
        using var second = bed.Nas.Watch(hanging, _ => release.Task);
        var heard = OriginalTestBed.Listen(bed.Nas, order, out _);
        await bed.PassUntilAsync(() => heard.Any(snapshot => snapshot is RunSnapshot.Ended) && Volatile.Read(ref ends) > 1);
        release.SetResult();
    }

    [Fact]
    public async Task A_listener_of_a_closed_connection_is_told()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var nas = bed.Client(bed.Connection);
        var order = await bed.StartedAsync(await bed.OrderAsync("sda", StageName.LongSmart));
        var heard = OriginalTestBed.Listen(nas, order, out _);
        await bed.PassUntilAsync(() => !heard.IsEmpty);

        await nas.DisposeAsync();

        await bed.PassUntilAsync(() => heard.Last() is RunSnapshot.Unseen);
        Assert.Throws<NasException>(() => nas.Watch(order, _ => Task.CompletedTask));
    }
}
