using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Drives;

public sealed class DriveGrainTests : GrainCluster
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_drive_that_nobody_has_seen_is_unknown()
    {
        Assert.Null(await Grains.Drive("NOBODY").GetAsync());
        Assert.IsType<StartBurnInResult.UnknownDrive>(await Grains.Drive("NOBODY").StartAsync(Wish("NOBODY"), Token));
        Assert.Null(await Grains.Drive("NOBODY").EditAsync("shelf", null));
    }

    [Fact]
    public async Task A_wrong_serial_starts_nothing()
    {
        await AddNasAsync(2, "S1");

        var result = await Grains.Drive("S1").StartAsync(Wish("S2"), Token);

        Assert.Equal("serial_mismatch", Assert.IsType<StartBurnInResult.Invalid>(result).Code);
        Assert.Null((await Grains.Drive("S1").GetAsync())!.Job);
        Assert.Empty((await Grains.Governor(NasName).GetAsync()).Holders);
    }

    [Fact]
    public async Task A_plan_is_told_without_a_name_a_serial_or_a_look_and_starts_nothing()
    {
        await AddNasAsync(2, "S1");
        Nas.Trouble = new NasException(NasFault.Unreachable, "Nobody may ask it now.");

        var plan = Assert.IsType<PlanBurnInResult.Planned>(await Grains.Drive("S1").PlanAsync(new StartBurnIn { Operator = "", Profile = "quick" })).Plan;

        Assert.Equal((NasName, "quick", true), (plan.Nas, plan.Profile, plan.Erases));
        Assert.Equal(["precheck", "short_smart", "io_validate", "final_check"], plan.Stages.Select(stage => stage.Stage));
        Assert.All(plan.Stages, stage => Assert.True(stage.Seconds > 0));
        Assert.Null((await Grains.Drive("S1").GetAsync())!.Job);
    }

    [Fact]
    public async Task A_plan_tells_what_would_be_refused()
    {
        await AddNasAsync(2, "S1");

        Assert.IsType<StartBurnInResult.UnknownDrive>(await WhyNotAsync("NOBODY", "full"));
        Assert.Equal("unknown_profile", Assert.IsType<StartBurnInResult.Invalid>(await WhyNotAsync("S1", "all")).Code);
        var job = await StartAsync("S1");
        Assert.Equal(new StartBurnInResult.Busy(job), await WhyNotAsync("S1", "full"));

        async Task<StartBurnInResult> WhyNotAsync(string drive, string profile) =>
            Assert.IsType<PlanBurnInResult.Refused>(await Grains.Drive(drive).PlanAsync(new StartBurnIn { Operator = "", Profile = profile })).Why;
    }

    [Fact]
    public async Task A_drive_has_one_job_at_a_time()
    {
        await AddNasAsync(2, "S1");
        var first = await StartAsync("S1");

        Assert.Equal(new StartBurnInResult.Busy(first), await Grains.Drive("S1").StartAsync(Wish("S1"), Token));
    }

    [Fact]
    public async Task Two_starts_at_once_make_one_job()
    {
        await AddNasAsync(2, "S1");

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Grains.Drive("S1").StartAsync(Wish("S1"), Token)));

        Assert.Single(results.OfType<StartBurnInResult.Started>());
        Assert.Equal(9, results.OfType<StartBurnInResult.Busy>().Count());
    }

    [Fact]
    public async Task A_drive_in_use_is_refused_by_the_fact_that_was_read_just_now()
    {
        await AddNasAsync(2, "S1");
        Nas.Add("S1", "sda", [new InUseFact("mounted", "sda1 is mounted at /srv.")]);

        var result = await Grains.Drive("S1").StartAsync(Wish("S1"), Token);

        Assert.Equal([new InUseView("mounted", "sda1 is mounted at /srv.")], Assert.IsType<StartBurnInResult.InUse>(result).Facts);
    }

    [Fact]
    public async Task A_drive_in_use_may_still_test_itself()
    {
        await AddNasAsync(2, "S1");
        Nas.Add("S1", "sda", [new InUseFact("mounted", "sda1 is mounted at /srv.")]);

        Assert.IsType<StartBurnInResult.Started>(await Grains.Drive("S1").StartAsync(Wish("S1", "short"), Token));
    }

    [Fact]
    public async Task A_nas_that_does_not_answer_starts_nothing()
    {
        await AddNasAsync(2, "S1");
        Nas.Trouble = new NasException(NasFault.HostKeyChanged, "The host shows another key.");

        var result = await Grains.Drive("S1").StartAsync(Wish("S1"), Token);

        Assert.Equal(new StartBurnInResult.NasFailed("host_key_changed", "The host shows another key."), result);
        Assert.Null((await Grains.Drive("S1").GetAsync())!.Job);
    }

    [Fact]
    public async Task A_job_that_was_noted_but_never_made_holds_nothing()
    {
        await AddNasAsync(2, "S1");

        // What a crash between the two writes leaves behind.
        await Grains.Drive("S1").JobReportedAsync(new DriveJobView
        {
            JobId = "01JGHOST",
            State = "queued",
            Operator = "ann",
            Profile = "surface",
            Percent = 0,
            CreatedAt = Clock.GetUtcNow(),
            Revision = 0,
        });

        Assert.IsType<StartBurnInResult.Started>(await Grains.Drive("S1").StartAsync(Wish("S1"), Token));
    }

    [Fact]
    public async Task Location_and_notes_are_kept_through_a_restart()
    {
        await AddNasAsync(2, "S1");
        await Grains.Drive("S1").EditAsync(" Shelf A ", "bought used");

        await LoseActivationsAsync();

        var drive = (await Grains.Drive("S1").GetAsync())!;
        Assert.Equal(("Shelf A", "bought used"), (drive.Location, drive.Notes));
        Assert.Equal("sda", drive.Devname);
    }

    [Fact]
    public async Task A_drive_keeps_its_history_when_its_name_moves()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        await Nas.PassAsync(await RunAsync(job, StageName.SurfaceValidate));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);

        Nas.Add("S1", "sdz");

        await EventuallyAsync("seen at its new place", async () => (await Grains.Drive("S1").GetAsync())!.Devname == "sdz");
        Assert.Equal(job, (await Grains.Drive("S1").GetAsync())!.Job!.JobId);
    }

    [Fact]
    public async Task A_drive_pulled_out_is_missing_and_comes_back()
    {
        await AddNasAsync(2, "S1", "S2");
        Nas.Drives.TryRemove("S1", out var pulled);
        await EventuallyAsync("missing", async () => (await Grains.Drive("S1").GetAsync())!.Status == "missing");

        Nas.Drives["S1"] = pulled!;

        await EventuallyAsync("back", async () => (await Grains.Drive("S1").GetAsync())!.Status == "idle");
    }

    [Fact]
    public async Task One_serial_on_two_nas_boxes_is_written_to_on_neither()
    {
        await AddNasAsync(2, "S1");

        await Grains.Nas("other").AddAsync(new Interfaces.Nases.NasSettings { Kind = "local" }, Token);

        var result = await Grains.Drive("S1").StartAsync(Wish("S1"), Token);
        Assert.Equal("duplicate_serial", Assert.Single(Assert.IsType<StartBurnInResult.InUse>(result).Facts).Code);
    }

    [Fact]
    public async Task A_late_report_of_an_old_job_does_not_take_the_drive_from_the_new_one()
    {
        await AddNasAsync(2, "S1");
        var first = await StartAsync("S1");
        await Grains.Job(first).CancelAsync("bob", Token);
        var old = (await Grains.Drive("S1").GetAsync())!.Job!;
        Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await StartAsync("S1");

        await Grains.Drive("S1").JobReportedAsync(old with { Revision = long.MaxValue });

        Assert.Equal(second, (await Grains.Drive("S1").GetAsync())!.Job!.JobId);
    }

    [Fact]
    public async Task A_stale_label_is_set_aside_by_the_serial_alone_and_the_audit_says_by_whom()
    {
        await AddNasAsync(2);
        Nas.Add("S1", "sda", [new InUseFact("signature", "sda holds ext4.")]);
        Nas.Add("S2", "sdb", [new InUseFact("signature", "sdb holds ext4."), new InUseFact("mounted", "sdb is mounted.")]);
        await EventuallyAsync("both are shown", async () => await Grains.Drive("S1").GetAsync() is not null && await Grains.Drive("S2").GetAsync() is not null);

        var refused = Assert.IsType<StartBurnInResult.InUse>(await Grains.Drive("S1").StartAsync(Wish("S1"), TestContext.Current.CancellationToken));
        Assert.Equal("signature", Assert.Single(refused.Facts).Code);
        var mounted = Assert.IsType<StartBurnInResult.InUse>(
            await Grains.Drive("S2").StartAsync(Wish("S2") with { OverrideStaleLabel = "S2" }, TestContext.Current.CancellationToken));
        Assert.Equal("mounted", Assert.Single(mounted.Facts).Code);
        Assert.Equal("override_mismatch", Assert.IsType<StartBurnInResult.Invalid>(
            await Grains.Drive("S1").StartAsync(Wish("S1") with { OverrideStaleLabel = "S2" }, TestContext.Current.CancellationToken)).Code);

        var started = Assert.IsType<StartBurnInResult.Started>(
            await Grains.Drive("S1").StartAsync(Wish("S1") with { OverrideStaleLabel = "S1" }, TestContext.Current.CancellationToken));

        var run = await RunAsync(started.JobId, StageName.SurfaceValidate);
        Assert.Equal([new("signature", "sda holds ext4.")], run.Order.Surface!.StaleLabels);
        await EventuallyAsync("audited", () => Task.FromResult(History.Audit.Any(entry => entry.JobId == started.JobId && entry.Action == "label_override")));
        var entry = History.Audit.Single(entry => entry.Action == "label_override");
        Assert.Equal(("ann", "called stale on S1: sda holds ext4. (signature)"), (entry.Actor, entry.Detail));
    }

    [Fact]
    public async Task A_drive_in_use_may_be_read_without_its_serial_typed()
    {
        await AddNasAsync(2);
        Nas.Add("S1", "sda", [new InUseFact("mounted", "sda is mounted.")]);
        await EventuallyAsync("it is shown", async () => await Grains.Drive("S1").GetAsync() is not null);

        var started = Assert.IsType<StartBurnInResult.Started>(await Grains.Drive("S1").StartAsync(
            Wish("S1") with { ConfirmSerial = null, SurfaceMode = "read", SurfaceEngine = "badblocks", MaxBadBlocks = 1 }, TestContext.Current.CancellationToken));

        var order = (await RunAsync(started.JobId, StageName.SurfaceValidate)).Order.Surface!;
        Assert.Equal((SurfaceMode.Read, SurfaceEngine.Badblocks, 1, 55, 46), (order.Shape.Mode, order.Engine, order.MaxBadBlocks, order.PauseAtCelsius, order.ResumeAtCelsius));
        Assert.Equal(("read", 1), ((await JobAsync(started.JobId)).Surface!.Mode, (await JobAsync(started.JobId)).Summary.Passes));
    }
}
