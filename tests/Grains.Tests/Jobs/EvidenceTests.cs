using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Jobs;

public sealed class EvidenceTests : GrainCluster
{
    private static readonly RunResult Passed = new()
    {
        State = StageState.Passed,
        Reasons = [],
        Evidence = [new StageEvidence("surface.log", "all of it"), new StageEvidence("segments.json", "[]")],
    };

    [Fact]
    public async Task What_results_rest_on_is_brought_to_the_store_and_leaves_the_job()
    {
        Nas.SmartRaw = """{"smart_status":{"passed":true}}""";
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        await Nas.ShowAsync(await RunAsync(job, StageName.SurfaceValidate), new RunSnapshot.Ended(Passed));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);

        await EventuallyAsync("all of it left the state", () => Task.FromResult(!Storage.JsonOf("job", job)!.Contains("smart_after", StringComparison.Ordinal) && History.Evidence.Count == 4));
        Assert.Equal(
            ["0 smart_before.json", "1 segments.json", "1 surface.log", "2 smart_after.json"],
            History.Evidence.Keys.Select(key => $"{key.Stage} {key.Name}").Order());
        Assert.Equal("all of it", History.Evidence[(job, 1, "surface.log")]);
        Assert.DoesNotContain("all of it", Storage.JsonOf("job", job), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SMART_data_go_to_the_history_of_the_drive_too_and_nothing_else_does()
    {
        Nas.SmartRaw = """{"smart_status":{"passed":true},"model_name":"X","ata_smart_attributes":{"table":[{"id":5,"name":"Reallocated_Sector_Ct","raw":{"value":7,"string":"7"}}]}}""";
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        await Nas.ShowAsync(await RunAsync(job, StageName.SurfaceValidate), new RunSnapshot.Ended(Passed));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);

        await EventuallyAsync("both readings are there", () => Task.FromResult(History.Smart.Count == 2));
        Assert.Equal(["0 smart_before.json", "2 smart_after.json"], History.Smart.Keys.Select(key => $"{key.Stage} {key.Name}").Order());
        var before = History.Smart[(job, 0, "smart_before.json")];
        Assert.Equal((NasName, "S1", 7L), (before.Nas, before.Serial, before.Report.Attribute(5)!.Decoded!.Value));
        Assert.True(History.Smart[(job, 2, "smart_after.json")].TakenAt >= before.TakenAt);
    }

    [Fact]
    public async Task Evidence_that_could_not_be_delivered_is_stored_with_the_end_of_its_stage_and_outlives_a_crash()
    {
        History.EvidenceFailure = new IOException("disk full");
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        await Nas.ShowAsync(await RunAsync(job, StageName.SurfaceValidate), new RunSnapshot.Ended(Passed));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        Assert.Contains("all of it", Storage.JsonOf("job", job), StringComparison.Ordinal);
        Assert.Empty(History.Evidence);

        await LoseActivationsAsync();
        History.EvidenceFailure = null;
        await Grains.Job(job).EnsureRunningAsync();

        await EventuallyAsync("delivered", () => Task.FromResult(History.Evidence.ContainsKey((job, 1, "segments.json")) && History.Jobs[job].IsOver));
        await EventuallyAsync("it left the state", () => Task.FromResult(!Storage.JsonOf("job", job)!.Contains("all of it", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Evidence_whose_delivery_could_not_be_noted_is_delivered_again()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        History.EvidenceFailure = new IOException("disk full");
        await Nas.ShowAsync(run, new RunSnapshot.Ended(Passed));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);

        Storage.FailWrites = new IOException("disk full");
        History.EvidenceFailure = null;
        await EventuallyAsync("delivered, and not noted", () => Task.FromResult(History.EvidenceBrought >= 2 && Storage.WritesRefused > 0));
        Storage.FailWrites = null;

        await EventuallyAsync("delivered again, and noted", () => Task.FromResult(!Storage.JsonOf("job", job)!.Contains("all of it", StringComparison.Ordinal)));
        Assert.True(History.EvidenceBrought >= 4);
        Assert.Equal("all of it", History.Evidence[(job, 1, "surface.log")]);
    }
}
