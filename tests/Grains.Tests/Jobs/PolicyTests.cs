using Burnin.Domain.Jobs;
using Burnin.Domain.Verdicts;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Jobs;

/// <summary>By what a job is judged: chosen at the start, stored with it, and judged again later.</summary>
public sealed class PolicyTests : GrainCluster
{
    [Fact]
    public async Task A_job_is_judged_as_new_where_nobody_says_otherwise()
    {
        Nas.Reallocated = 3;
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        await JobShowsAsync(job, "the job is over", view => view.IsOver);

        var view = await JobAsync(job);
        Assert.Equal(("new@1", "fail"), (view.Policy, view.Summary.Verdict));
        var reason = Assert.Single(view.Reasons, reason => reason.Severity == "fail");
        Assert.Equal(("reallocated_sectors", "new@1", null, 3m, 0m), (reason.Code, reason.Rule, reason.Before, reason.After, reason.Limit));
    }

    [Fact]
    public async Task The_policy_of_the_start_is_the_jobs_until_its_end()
    {
        Nas.Reallocated = 3;
        await AddNasAsync(1, "S1");
        var job = await FinishedAsync("used");

        var view = await JobAsync(job);
        Assert.Equal(("used@1", "pass_with_notes"), (view.Policy, view.Summary.Verdict));
        Assert.Contains(view.Reasons, reason => reason is { Code: "reallocated_sectors", Severity: "note", Before: 3, After: 3 });
        await EventuallyAsync("the read model has the numbers", () => Task.FromResult(History.Jobs.GetValueOrDefault(job)?.Reasons.Any(reason => reason.After == 3) == true));
    }

    [Fact]
    public async Task A_policy_that_is_not_there_is_refused()
    {
        await AddNasAsync(1, "S1");

        var refusal = Assert.IsType<StartBurnInResult.Invalid>(
            await Grains.Drive("S1").StartAsync(Wish("S1") with { Policy = "strict" }, TestContext.Current.CancellationToken));

        Assert.Equal("policy", refusal.Code);
    }

    [Fact]
    public async Task Another_policy_is_shown_without_changing_anything()
    {
        Nas.Reallocated = 3;
        await AddNasAsync(1, "S1");
        var job = await FinishedAsync("used");
        var stored = Storage.JsonOf("job", job);

        var judged = Assert.IsType<RejudgeJobResult.Judged>(await RejudgeAsync(job, "new"));

        Assert.Equal(("new@1", "fail", null, "pass_with_notes"), (judged.Judgement.Policy, judged.Judgement.Verdict, judged.Judgement.By, judged.Verdict));
        Assert.Equal(stored, Storage.JsonOf("job", job));
        Assert.Empty((await JobAsync(job)).Judgements);
    }

    [Fact]
    public async Task A_judgement_that_is_to_be_kept_stands_beside_the_verdict_and_in_the_audit_trail()
    {
        Nas.Reallocated = 3;
        await AddNasAsync(1, "S1");
        var job = await FinishedAsync("used");
        await LoseActivationsAsync();

        await RejudgeAsync(job, "classic@1", storedBy: "eve");

        var view = await JobAsync(job);
        Assert.Equal("pass_with_notes", view.Summary.Verdict);
        var kept = Assert.Single(view.Judgements);
        Assert.Equal(("classic@1", "fail", "eve"), (kept.Policy, kept.Verdict, kept.By));
        var audited = Assert.Single(History.Audit, entry => entry.Action == "burnin_rejudge");
        Assert.Equal(("eve", job), (audited.Actor, audited.JobId));
        Assert.StartsWith("verdict fail under classic@1: Reallocated sectors: 3", audited.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_raw_text_is_read_anew_when_a_job_is_judged_again()
    {
        Nas.SmartRaw = """{"json_format_version":[1,0],"smartctl":{"version":[7,4]},"device":{"type":"sat","protocol":"ATA"},"smart_status":{"passed":false}}""";
        await AddNasAsync(1, "S1");
        var job = await FinishedAsync("used");
        await EventuallyAsync("the evidence is kept", () => Task.FromResult(History.Evidence.ContainsKey((job, 2, "smart_after.json"))));

        var judged = Assert.IsType<RejudgeJobResult.Judged>(await RejudgeAsync(job, "used"));

        Assert.Contains(judged.Judgement.Reasons, reason => reason is { Code: "smart_health", Severity: "fail" });
    }

    [Fact]
    public async Task What_cannot_be_judged_again_says_so()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");

        Assert.IsType<RejudgeJobResult.NoVerdict>(await RejudgeAsync(job, "used"));
        Assert.IsType<RejudgeJobResult.UnknownPolicy>(await RejudgeAsync(job, "strict"));
        Assert.IsType<RejudgeJobResult.UnknownJob>(await RejudgeAsync("none", "used"));
    }

    [Fact]
    public async Task Neighbours_that_broke_at_the_same_time_are_looked_up_for_the_verdict()
    {
        await AddNasAsync(1, "S1");
        History.Around = new Surroundings { Neighbours = [Neighbour("sdb"), Neighbour("sdc")] };
        var job = await StartAsync("S1");
        await Nas.ShowAsync(await RunAsync(job, StageName.SurfaceValidate), new RunSnapshot.Ended(Broken));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);

        var view = await JobAsync(job);
        Assert.Equal(("inconclusive", "cause_controller"), (view.Summary.Verdict, view.Reasons[0].Code));
        Assert.NotNull(view.Reasons[0].WhatNext);
    }

    [Fact]
    public async Task A_read_model_out_of_order_keeps_no_verdict_waiting()
    {
        await AddNasAsync(1, "S1");
        var job = await StartAsync("S1");
        var run = await RunAsync(job, StageName.SurfaceValidate);
        History.Failure = new IOException("disk full");
        await Nas.ShowAsync(run, new RunSnapshot.Ended(Broken));

        await JobShowsAsync(job, "there is a verdict", view => view.Summary.Verdict == "fail");
    }

    private static readonly RunResult Broken = new() { State = StageState.Failed, Reasons = [new Reason("transient_bad_blocks", Severity.Fail, "2 places failed once.", "surface")] };

    private NeighbourTrouble Neighbour(string device) => new() { DriveId = device, DeviceName = device, At = Clock.GetUtcNow().AddMinutes(1), Code = "aborted" };

    private Task<RejudgeJobResult> RejudgeAsync(string job, string policy, string? storedBy = null) =>
        Grains.Job(job).RejudgeAsync(policy, storedBy, TestContext.Current.CancellationToken);

    private async Task<string> FinishedAsync(string policy)
    {
        var result = await Grains.Drive("S1").StartAsync(Wish("S1") with { Policy = policy }, TestContext.Current.CancellationToken);
        var job = Assert.IsType<StartBurnInResult.Started>(result).JobId;
        await Nas.PassAsync(await RunAsync(job, StageName.SurfaceValidate));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        return job;
    }
}
