using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Jobs;

public sealed class GiveUpTests : GrainCluster
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hanging_drive_gives_its_slot_back_to_who_types_its_serial()
    {
        await AddNasAsync(1, "S1", "S2");
        var (hanging, run) = await HangAsync();
        var next = await StartAsync("S2");

        Assert.Equal(new GiveUpJobResult.WrongSerial("S1"), await Grains.Job(hanging).GiveUpAsync("eve", "S2", Cancellation));
        Assert.Equal("running", (await JobAsync(hanging)).Summary.State);
        Assert.Equal(new GiveUpJobResult.GivenUp("Process 7 still holds the disk."), await Grains.Job(hanging).GiveUpAsync("eve", " S1 ", Cancellation));

        var view = await JobAsync(hanging);
        Assert.Equal(("cancelled", "eve"), (view.Summary.State, view.GivenUpBy));
        Assert.False(run.IsStopped);
        await JobShowsAsync(next, "the next drive has the slot", job => job.Summary.State == "running");
        await EventuallyAsync("the trail says so", () => Task.FromResult(History.Audit.Any(entry => entry is { Action: "burnin_given_up", Actor: "eve" })));
    }

    /// <summary>The heir of the drive has nothing to fear from what an older activation has still on its way.</summary>
    [Fact]
    public async Task The_run_is_ended_when_the_drive_answers_and_its_epoch_keeps_older_orders_away()
    {
        await AddNasAsync(1, "S1");
        var (job, run) = await HangAsync();
        var before = (await JobAsync(job)).Epoch;
        await Grains.Job(job).GiveUpAsync("eve", "S1", Cancellation);
        await JobShowsAsync(job, "what keeps it", view => view.Summary.Trouble == "Process 7 still holds the disk." && !view.IsOver);

        Nas.CannotStop = null;
        await JobShowsAsync(job, "the job is over", view => view.IsOver);

        Assert.True(run.IsStopped);
        Assert.Equal(before + 1, run.HighestEpoch);
        var late = await Assert.ThrowsAsync<NasException>(() => Nas.EnsureStartedAsync(run.Order with { Epoch = before }, Cancellation));
        Assert.Equal(NasFault.Fenced, late.Fault);
        await EventuallyAsync("the trail says so", () => Task.FromResult(History.Audit.Any(entry => entry.Action == "run_ended")));
    }

    [Fact]
    public async Task It_is_still_ended_after_a_crash()
    {
        await AddNasAsync(1, "S1");
        var (job, run) = await HangAsync();
        await Grains.Job(job).GiveUpAsync("eve", "S1", Cancellation);

        await LoseActivationsAsync();
        Nas.CannotStop = null;
        await Grains.Job(job).EnsureRunningAsync();
        await JobShowsAsync(job, "the job is over", view => view.IsOver);

        Assert.True(run.IsStopped);
    }

    [Fact]
    public async Task What_the_host_can_prove_after_all_is_cancelled_and_not_given_up()
    {
        await AddNasAsync(1, "S1");
        var (job, run) = await HangAsync();
        Nas.CannotStop = null;

        Assert.IsType<GiveUpJobResult.Cancelled>(await Grains.Job(job).GiveUpAsync("eve", "S1", Cancellation));

        Assert.True(run.IsStopped);
        Assert.Null((await JobAsync(job)).GivenUpBy);
    }

    [Fact]
    public async Task Nothing_is_given_up_that_nobody_wanted_to_cancel_or_that_is_over()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        await RunAsync(job, StageName.SurfaceValidate);

        Assert.Equal(new GiveUpJobResult.NotCancelling("running"), await Grains.Job(job).GiveUpAsync("eve", "S1", Cancellation));
        await Grains.Job(job).CancelAsync("bob", Cancellation);
        Assert.Equal(new GiveUpJobResult.AlreadyOver("cancelled"), await Grains.Job(job).GiveUpAsync("eve", "S1", Cancellation));
        Assert.IsType<GiveUpJobResult.UnknownJob>(await Grains.Job("none").GiveUpAsync("eve", "S1", Cancellation));
    }

    /// <summary>A job on S1 whose cancel the host cannot prove.</summary>
    private async Task<(string Job, FakeRun Run)> HangAsync()
    {
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        Nas.CannotStop = new NasException(NasFault.StillRunning, "Process 7 still holds the disk.");
        Assert.IsType<CancelJobResult.Cancelling>(await Grains.Job(job).CancelAsync("bob", Cancellation));
        return (job, run);
    }
}
