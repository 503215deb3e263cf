using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Jobs;

public sealed class StuckTests : GrainCluster
{
    private static readonly RunSnapshot At40 = new RunSnapshot.Running(new RunProgress { Percent = 40, Phase = "pass 2 of 4, write" });

    [Fact]
    public async Task A_run_without_a_change_for_an_hour_is_stopped_and_the_job_goes_on()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);

        await StandStillAsync(run);

        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        var view = await JobAsync(job);
        Assert.True(run.IsStopped);
        Assert.Equal("inconclusive", view.Summary.State);
        Assert.Equal("stuck", Assert.Single(view.Stages[1].Reasons).Code);
        Assert.Equal("passed", view.Stages[^1].State);
        Assert.Contains(History.Audit, entry => entry.Action == "run_stuck");
    }

    [Fact]
    public async Task A_run_that_cannot_be_ended_holds_its_job_no_longer_than_ten_minutes()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        Nas.CannotStop = new NasException(NasFault.StillRunning, "Process 7 still holds the disk.");

        await StandStillAsync(run);
        await JobShowsAsync(job, "hanging", view => view.Summary.Trouble == "Process 7 still holds the disk.");

        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        Assert.Equal("drive_hangs", Assert.Single((await JobAsync(job)).Stages[1].Reasons).Code);
        Assert.False(run.IsStopped);
    }

    /// <summary>As a watch would report it, but once a minute.</summary>
    private async Task StandStillAsync(FakeRun run)
    {
        for (var minute = 0; minute <= 61; minute++)
        {
            await Nas.ShowAsync(run, At40);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }
}
