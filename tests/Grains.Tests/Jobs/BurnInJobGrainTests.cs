using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Jobs;

public sealed class BurnInJobGrainTests : GrainCluster
{
    [Fact]
    public async Task A_job_goes_through_every_stage_of_its_plan_to_a_pass()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1", "full");

        foreach (var stage in new[] { StageName.ShortSmart, StageName.LongSmart, StageName.SurfaceValidate })
        {
            await Nas.PassAsync(await RunAsync(job, stage));
        }

        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        var view = await JobAsync(job);
        Assert.Equal("passed", view.Summary.State);
        Assert.Equal("pass", view.Summary.Verdict);
        Assert.Equal(100, view.Summary.Percent);
        Assert.Equal(["precheck", "short_smart", "long_smart", "surface_validate", "final_check"], view.Stages.Select(stage => stage.Name));
        Assert.All(view.Stages, stage => Assert.Equal("passed", stage.State));
        Assert.True(Nas.RunOf(job, StageName.SurfaceValidate)!.IsCleaned);
    }

    [Fact]
    public async Task A_stage_that_fails_ends_the_job_as_failed_after_a_last_look()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);

        await Nas.ShowAsync(run, new RunSnapshot.Ended(new RunResult
        {
            State = StageState.Failed,
            Reasons = [new Reason("bad_blocks", Severity.Fail, "1 bad block: 4711.", "badblocks")],
            BadBlocks = [4711],
            BadBlockCount = 1,
            BlockBytes = 4096,
        }));

        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        var view = await JobAsync(job);
        Assert.Equal("failed", view.Summary.State);
        Assert.Equal("1 bad block: 4711.", view.Summary.Headline);
        Assert.Equal([4711], view.Stages.Single(stage => stage.Name == "surface_validate").BadBlocks);
        Assert.Equal("passed", view.Stages[^1].State);
    }

    [Fact]
    public async Task A_job_that_lost_its_activation_attaches_to_the_same_run_under_a_higher_epoch()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        var epoch = (await JobAsync(job)).Epoch;

        await LoseActivationsAsync();
        await Grains.Job(job).EnsureRunningAsync();
        await JobShowsAsync(job, "a higher epoch", view => view.Epoch > epoch);
        await EventuallyAsync("watched again", () => Task.FromResult(Nas.WatchersOf(run.Order.RunId) == 1));
        await Nas.PassAsync(run);

        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        Assert.Equal(1, run.Starts);
        Assert.Equal("passed", (await JobAsync(job)).Summary.State);
    }

    [Fact]
    public async Task The_reminder_alone_takes_a_lost_job_up_again()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);

        await LoseActivationsAsync();

        // Nobody calls the job: only time goes by.
        await EventuallyAsync("watched again", () => Task.FromResult(Nas.WatchersOf(run.Order.RunId) == 1));
        Assert.Equal(1, run.Starts);
    }

    [Fact]
    public async Task Progress_is_shown_and_costs_no_write()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        await JobShowsAsync(job, "confirmed", view => view.Summary.Stage == "surface_validate");
        await Nas.ShowAsync(run, new RunSnapshot.Running(new RunProgress { Percent = 1, Phase = "pass 1 of 4, write" }));
        await JobShowsAsync(job, "1 %", view => view.Summary.StagePercent == 1);
        var writes = Storage.WritesOf("job", job) + Storage.WritesOf("drive", "S1");

        for (var percent = 2; percent <= 60; percent++)
        {
            await Nas.ShowAsync(run, new RunSnapshot.Running(new RunProgress { Percent = percent, Phase = "pass 2 of 4, write", BytesPerSecond = 200_000_000 }));
        }

        await JobShowsAsync(job, "60 %", view => view.Summary.StagePercent == 60);
        Assert.Equal(writes, Storage.WritesOf("job", job) + Storage.WritesOf("drive", "S1"));
        var drive = (await Grains.Drive("S1").GetAsync())!;
        Assert.Equal("pass 2 of 4, write", drive.Job!.Phase);
        Assert.Equal(200_000_000, drive.Job.BytesPerSecond);
    }

    [Fact]
    public async Task A_lost_run_is_ordered_again_and_goes_on()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        await Nas.ShowAsync(run, new RunSnapshot.Running(new RunProgress { Percent = 40 }));
        await JobShowsAsync(job, "40 %", view => view.Summary.StagePercent == 40);

        await Nas.ShowAsync(run, new RunSnapshot.Lost("The host was started anew."));

        await EventuallyAsync("ordered again", () => Task.FromResult(run.Starts == 2));
        await RunAsync(job, StageName.SurfaceValidate);
        await Nas.PassAsync(run);
        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        Assert.Equal(2, (await JobAsync(job)).Stages[1].Attempts);
        Assert.Contains(History.Audit, entry => entry.Action == "run_lost");
    }

    [Fact]
    public async Task Cancelling_a_running_job_waits_for_the_host_to_prove_it()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);

        Assert.IsType<CancelJobResult.Cancelled>(await Grains.Job(job).CancelAsync("bob", TestContext.Current.CancellationToken));

        Assert.True(run.IsStopped);
        Assert.Equal("cancelled", (await JobAsync(job)).Summary.State);
        Assert.Equal(new CancelJobResult.AlreadyOver("cancelled"), await Grains.Job(job).CancelAsync("bob", TestContext.Current.CancellationToken));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        Assert.Empty((await Grains.Governor(NasName).GetAsync()).Holders);
    }

    [Fact]
    public async Task Cancelling_while_the_nas_is_away_is_kept_and_done_when_it_is_back()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        Nas.Trouble = new NasException(NasFault.Unreachable, "The cable is out.");

        var answer = await Grains.Job(job).CancelAsync("bob", TestContext.Current.CancellationToken);

        Assert.Equal("The cable is out.", Assert.IsType<CancelJobResult.Cancelling>(answer).Why);
        Assert.Equal("running", (await JobAsync(job)).Summary.State);
        Nas.Trouble = null;
        await JobShowsAsync(job, "cancelled", view => view.Summary.State == "cancelled");
        Assert.True(run.IsStopped);
    }

    [Fact]
    public async Task A_job_waits_out_the_trouble_of_its_nas_and_says_so()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);

        await Nas.ShowAsync(run, new RunSnapshot.Unseen("No answer from the host."));
        await JobShowsAsync(job, "the trouble", view => view.Summary.Trouble == "No answer from the host.");
        await Nas.ShowAsync(run, new RunSnapshot.Running(new RunProgress { Percent = 50 }));

        await JobShowsAsync(job, "no trouble", view => view.Summary is { Trouble: null, StagePercent: 50 });
        Assert.Equal("running", (await JobAsync(job)).Summary.State);
    }

    [Fact]
    public async Task An_activation_whose_job_was_written_elsewhere_lets_go_of_the_host()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        var epoch = (await JobAsync(job)).Epoch;

        Storage.WriteBehindBack("job", job);
        await Nas.ShowAsync(run, new RunSnapshot.Lost("Gone."));

        // The next activation has read what is stored, and raised the epoch, before it orders anything.
        await JobShowsAsync(job, "taken over anew", view => view.Epoch > epoch);
        await EventuallyAsync("ordered by the new epoch", () => Task.FromResult(run.HighestEpoch > epoch));
    }

    [Fact]
    public async Task A_read_model_out_of_order_stops_no_job_and_is_told_later()
    {
        History.Failure = new IOException("disk full");
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        await Nas.PassAsync(await RunAsync(job, StageName.SurfaceValidate));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);

        History.Failure = null;

        await EventuallyAsync("told", () => Task.FromResult(History.Jobs.TryGetValue(job, out var entry) && entry.IsOver));
        Assert.Equal(
            ["stage_begin", "stage_end", "stage_begin", "stage_end", "stage_begin", "stage_end", "burnin_end"],
            History.Audit.Where(entry => entry.JobId == job).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Refused_by_the_host_is_inconclusive_and_names_the_fact()
    {
        await AddNasAsync(2, "S1");
        Nas.LaunchAnswer = new LaunchAnswer.Refused([new("mounted", "sda1 is mounted at /srv.")]);
        var job = await StartAsync("S1");

        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        var view = await JobAsync(job);
        Assert.Equal("inconclusive", view.Summary.State);
        Assert.Contains("sda1 is mounted at /srv.", view.Summary.Headline);
    }

    [Fact]
    public async Task An_end_that_could_not_be_stored_is_seen_again()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        Storage.FailWrites = new IOException("disk full");
        await Nas.PassAsync(run);
        await EventuallyAsync("the end could not be stored", () => Task.FromResult(Storage.WritesRefused > 0));

        Storage.FailWrites = null;

        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        Assert.Equal("passed", (await JobAsync(job)).Summary.State);
    }
}
