using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Jobs;

public sealed class PauseTests : GrainCluster
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_surface_run_stands_still_until_it_is_resumed_and_keeps_its_slot()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);

        Assert.IsType<PauseJobResult.Paused>(await Grains.Job(job).PauseAsync("eve", Cancellation));

        Assert.True(run.IsHeld);
        var view = await JobAsync(job);
        Assert.Equal(("paused", "eve"), (view.Summary.State, view.Summary.PausedBy));
        Assert.Equal("Paused by eve.", view.Summary.Held);
        Assert.Equal("paused", (await Grains.Drive("S1").GetAsync())!.Status);
        Assert.Equal([job], (await Grains.Governor(NasName).GetAsync()).Holders);
        Assert.IsType<PauseJobResult.Paused>(await Grains.Job(job).PauseAsync("ann", Cancellation));

        Assert.Equal(new ResumeJobResult.Resumed("running"), await Grains.Job(job).ResumeAsync("eve", Cancellation));

        Assert.False(run.IsHeld);
        await RunAsync(job, StageName.SurfaceValidate);
        await Nas.PassAsync(run);
        await JobShowsAsync(job, "the job is over", shown => shown.IsOver);
        Assert.Equal("passed", (await JobAsync(job)).Summary.State);
        Assert.Equal(
            ["eve burnin_pause", "burnin run_held", "eve burnin_resume", "burnin run_released"],
            History.Audit.Where(entry => entry.Action.Contains("pause", StringComparison.Ordinal) || entry.Action.Contains("resume", StringComparison.Ordinal) || entry.Action is "run_held" or "run_released")
                .Select(entry => $"{entry.Actor} {entry.Action}"));
    }

    [Fact]
    public async Task A_paused_job_outlives_its_activation_and_starts_nothing()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        await Grains.Job(job).PauseAsync("eve", Cancellation);
        var epoch = (await JobAsync(job)).Epoch;

        // The host was started anew as well: the run is gone, and must not be ordered while the job is paused.
        run.Snapshot = new RunSnapshot.Lost("The host was started anew.");
        await LoseActivationsAsync();
        await JobShowsAsync(job, "taken over, and the loss seen", view => view.Epoch > epoch && view.Stages[1].Attempts == 2);
        for (var tick = 0; tick < 10; tick++)
        {
            Clock.Advance(TimeSpan.FromSeconds(5));
            await Grains.Job(job).EnsureRunningAsync();
        }

        Assert.Equal((1, true), (run.Starts, run.IsHeld));
        Assert.Equal("paused", (await JobAsync(job)).Summary.State);

        Assert.Equal(new ResumeJobResult.Resumed("running"), await Grains.Job(job).ResumeAsync("eve", Cancellation));
        Assert.Equal((2, false), (run.Starts, run.IsHeld));
    }

    [Fact]
    public async Task A_self_test_goes_on_to_its_end_and_the_job_rests_before_the_next_stage()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1", "surface_short");
        var run = await RunAsync(job, StageName.ShortSmart);

        var paused = Assert.IsType<PauseJobResult.Paused>(await Grains.Job(job).PauseAsync("eve", Cancellation));
        Assert.Contains("goes on to its end", paused.Held, StringComparison.Ordinal);
        await Nas.PassAsync(run);

        await JobShowsAsync(job, "the self-test is over", view => view.Stages[1].State == "passed");
        Assert.Equal(("paused", "pending"), ((await JobAsync(job)).Summary.State, (await JobAsync(job)).Stages[2].State));
        Assert.Null(Nas.RunOf(job, StageName.SurfaceValidate));
        await Grains.Job(job).ResumeAsync("eve", Cancellation);
        await RunAsync(job, StageName.SurfaceValidate);
    }

    [Fact]
    public async Task A_job_paused_in_the_queue_lets_the_others_pass()
    {
        await AddNasAsync(1, "S1", "S2", "S3");
        var first = await StartAsync("S1");
        await RunAsync(first, StageName.SurfaceValidate);
        var second = await StartAsync("S2");
        await JobShowsAsync(second, "waits", view => view.Summary.QueuePosition == 1);
        var third = await StartAsync("S3");
        await JobShowsAsync(third, "waits", view => view.Summary.QueuePosition == 2);

        Assert.IsType<PauseJobResult.Paused>(await Grains.Job(second).PauseAsync("eve", Cancellation));
        await Grains.Job(first).CancelAsync("ann", Cancellation);

        await RunAsync(third, StageName.SurfaceValidate);
        Assert.Equal(("paused", null), ((await JobAsync(second)).Summary.State, (await JobAsync(second)).Summary.QueuePosition));
        await Grains.Job(second).ResumeAsync("eve", Cancellation);
        await JobShowsAsync(second, "waits again", view => view.Summary is { State: "queued", QueuePosition: 1 });
    }

    [Fact]
    public async Task A_pause_that_the_host_has_not_heard_is_kept_and_done_when_it_is_back()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        Nas.Trouble = new NasException(NasFault.Unreachable, "The cable is out.");

        Assert.Equal(new PauseJobResult.Pausing("The cable is out."), await Grains.Job(job).PauseAsync("eve", Cancellation));
        Assert.False(run.IsHeld);
        Nas.Trouble = null;

        await EventuallyAsync("held", () => Task.FromResult(run.IsHeld));
    }

    /// <summary>As after a backup was restored: the host has seen more than storage knows.</summary>
    [Fact]
    public async Task A_host_that_has_seen_a_higher_epoch_keeps_no_order_of_a_person_from_being_done()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);

        run.HighestEpoch = 20;
        Assert.IsType<PauseJobResult.Paused>(await Grains.Job(job).PauseAsync("eve", Cancellation));
        Assert.Equal(21, (await JobAsync(job)).Epoch);
        run.HighestEpoch = 30;
        Assert.IsType<ResumeJobResult.Resumed>(await Grains.Job(job).ResumeAsync("eve", Cancellation));
        run.HighestEpoch = 40;
        Assert.IsType<CancelJobResult.Cancelled>(await Grains.Job(job).CancelAsync("bob", Cancellation));

        Assert.Equal((true, 41), (run.IsStopped, run.HighestEpoch));
    }

    [Fact]
    public async Task A_paused_job_can_be_cancelled()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        await Grains.Job(job).PauseAsync("eve", Cancellation);

        Assert.IsType<CancelJobResult.Cancelled>(await Grains.Job(job).CancelAsync("bob", Cancellation));

        Assert.True(run.IsStopped);
        Assert.Equal(new PauseJobResult.AlreadyOver("cancelled"), await Grains.Job(job).PauseAsync("eve", Cancellation));
        Assert.Equal(new ResumeJobResult.AlreadyOver("cancelled"), await Grains.Job(job).ResumeAsync("eve", Cancellation));
    }

    [Fact]
    public async Task Heat_that_holds_a_run_is_shown_and_nobody_can_resume_it()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);

        await Nas.ShowAsync(run, new RunSnapshot.Running(new RunProgress { Percent = 12, Held = "Too hot: 56 °C; goes on at 46 °C." }));
        await JobShowsAsync(job, "held", view => view.Summary is { State: "paused", Held: "Too hot: 56 °C; goes on at 46 °C.", PausedBy: null });

        Assert.Equal(new ResumeJobResult.NotPaused("Too hot: 56 °C; goes on at 46 °C."), await Grains.Job(job).ResumeAsync("eve", Cancellation));
        await Nas.ShowAsync(run, new RunSnapshot.Running(new RunProgress { Percent = 12 }));
        await JobShowsAsync(job, "goes on", view => view.Summary is { State: "running", Held: null });
    }

    [Fact]
    public async Task A_job_nobody_knows_can_be_neither_paused_nor_resumed()
    {
        Assert.IsType<PauseJobResult.UnknownJob>(await Grains.Job("01NONE").PauseAsync("eve", Cancellation));
        Assert.IsType<ResumeJobResult.UnknownJob>(await Grains.Job("01NONE").ResumeAsync("eve", Cancellation));
    }
}
