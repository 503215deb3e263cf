using Burnin.Domain.Jobs;
using Burnin.Domain.Surface;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class JobPlanTests
{
    private static readonly SurfaceChoice Usual = new();

    private static readonly JobWish Wish = new() { Operator = "ann", ConfirmSerial = "WD-1" };

    [Theory]
    [InlineData("full", "short_smart long_smart surface_validate")]
    [InlineData("quick", "short_smart io_validate")]
    [InlineData("surface_short", "short_smart surface_validate")]
    [InlineData("surface_long", "long_smart surface_validate")]
    [InlineData("surface", "surface_validate")]
    [InlineData("short_long", "short_smart long_smart")]
    [InlineData("short", "short_smart")]
    [InlineData("long", "long_smart")]
    public void A_profile_is_its_stages_between_precheck_and_final_check(string profile, string stages)
    {
        var plan = Accepted(Wish with { Profile = profile });

        Assert.Equal($"precheck {stages} final_check", Words(plan));
        Assert.Equal(profile, plan.Profile);
    }

    [Fact]
    public void Every_profile_has_a_test_above() => Assert.Equal(
        JobProfiles.Names.Order(),
        typeof(JobPlanTests).GetMethod(nameof(A_profile_is_its_stages_between_precheck_and_final_check))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(row => (string)row.Data[0]!).Order());

    [Theory]
    [InlineData(null, null, null, "full")]
    [InlineData(true, true, true, "full")]
    [InlineData(null, false, null, "surface_short")]
    [InlineData(false, null, null, "surface_long")]
    [InlineData(false, false, null, "surface")]
    [InlineData(null, null, false, "short_long")]
    [InlineData(true, false, false, "short")]
    [InlineData(false, true, false, "long")]
    public void A_flag_that_is_not_given_means_yes(bool? runShort, bool? runLong, bool? runSurface, string profile) =>
        Assert.Equal(profile, Accepted(Wish with { RunShort = runShort, RunLong = runLong, RunSurface = runSurface }).Profile);

    [Fact]
    public void Nothing_chosen_is_no_plan()
    {
        Assert.Equal("no_stage", Refused(Wish with { RunShort = false, RunLong = false, RunSurface = false }));
        Assert.Equal("no_stage", Refused(Wish with { StageOrder = [] }));
    }

    [Fact]
    public void The_order_alone_is_also_the_choice()
    {
        var plan = Accepted(Wish with { StageOrder = ["io_validate", "long_smart"] });

        Assert.Equal("precheck io_validate long_smart final_check", Words(plan));
        Assert.Equal(JobProfiles.Custom, plan.Profile);
    }

    [Fact]
    public void Any_order_of_any_stages_is_a_plan_of_just_these_in_just_this_order() =>
        Gen.Shuffle(Choosable, 1, Choosable.Length).Sample(names =>
            Words(Accepted(Wish with { StageOrder = [.. names] })) == $"precheck {string.Join(' ', names)} final_check");

    [Fact]
    public void Another_order_is_still_the_same_profile()
    {
        var plan = Accepted(Wish with { Profile = "full", StageOrder = ["surface_validate", "short_smart", "long_smart"] });

        Assert.Equal("full", plan.Profile);
        Assert.Equal("precheck surface_validate short_smart long_smart final_check", Words(plan));
    }

    [Theory]
    [InlineData("precheck", "short_smart")]
    [InlineData("short_smart", "final_check")]
    [InlineData("short_smart", "short_smart")]
    [InlineData("short_smart", "Long_Smart")]
    [InlineData("short_smart", "")]
    public void An_order_names_stages_that_can_be_chosen_each_once(params string[] names) =>
        Assert.Equal("unknown_stage", Refused(Wish with { StageOrder = [.. names] }));

    [Fact]
    public void An_order_and_a_choice_must_agree()
    {
        Assert.Equal("stage_order", Refused(Wish with { Profile = "full", StageOrder = ["short_smart", "long_smart"] }));
        Assert.Equal("stage_order", Refused(Wish with { Profile = "short", StageOrder = ["long_smart"] }));
        Assert.Equal("stage_order", Refused(Wish with { RunSurface = false, StageOrder = ["short_smart", "long_smart", "surface_validate"] }));
        Assert.Equal("short_long", Accepted(Wish with { RunSurface = false, StageOrder = ["long_smart", "short_smart"] }).Profile);
    }

    [Fact]
    public void A_profile_never_runs_what_the_flags_forbid()
    {
        Assert.Equal("profile_flags", Refused(Wish with { Profile = "full", RunSurface = false }));
        Assert.Equal("profile_flags", Refused(Wish with { Profile = "short_long", RunShort = false }));
        Assert.Equal("profile_flags", Refused(Wish with { Profile = "long", RunLong = false }));
        Assert.Equal("short", Accepted(Wish with { Profile = "short", RunShort = true, RunLong = false, RunSurface = false }).Profile);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Full")]
    [InlineData("custom")]
    public void An_unknown_profile_is_no_plan(string profile) => Assert.Equal("unknown_profile", Refused(Wish with { Profile = profile }));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Somebody_must_answer_for_a_job(string name) => Assert.Equal("operator_missing", Refused(Wish with { Operator = name }));

    [Theory]
    [InlineData("WD-1", true)]
    [InlineData(" WD-1 ", true)]
    [InlineData("wd-1", false)]
    [InlineData("WD-2", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void One_drive_is_erased_only_with_its_serial_typed(string? typed, bool isAccepted)
    {
        foreach (var profile in (string[])["surface", "quick"])
        {
            var plan = JobPlan.Of(Wish with { Profile = profile, ConfirmSerial = typed, ConfirmDestructive = true }, "WD-1", Usual);

            Assert.Equal(isAccepted, plan is JobPlan.Accepted);
            Assert.True(isAccepted || plan is JobPlan.Invalid { Code: "serial_mismatch" });
        }
    }

    [Fact]
    public void A_drive_without_a_serial_cannot_be_confirmed_by_typing_nothing() =>
        Assert.IsType<JobPlan.Invalid>(JobPlan.Of(Wish with { Profile = "surface", ConfirmSerial = "" }, "", Usual));

    [Fact]
    public void A_batch_is_erased_only_with_the_tick()
    {
        var batch = Wish with { Profile = "surface", DrivesInBatch = 2 };

        Assert.Equal("not_confirmed", Refused(batch));
        Assert.True(Accepted(batch with { ConfirmSerial = null, ConfirmDestructive = true }).IsDestructive);
    }

    [Fact]
    public void What_erases_nothing_needs_no_confirmation()
    {
        var gentle = Wish with { Profile = "short_long", ConfirmSerial = null };

        Assert.False(Accepted(gentle).IsDestructive);
        Assert.False(Accepted(gentle with { DrivesInBatch = 15 }).IsDestructive);
    }

    [Fact]
    public void A_surface_that_is_only_read_erases_nothing_and_needs_no_confirmation()
    {
        var reading = Wish with { ConfirmSerial = null, SurfaceMode = "read" };

        Assert.All((string[])["full", "surface", "quick"], profile => Assert.False(Accepted(reading with { Profile = profile }).IsDestructive));
        Assert.True(Accepted(reading).TestsSurface);
        Assert.Equal("serial_mismatch", Refused(reading with { SurfaceMode = "write" }));
    }

    [Fact]
    public void What_a_wish_does_not_say_of_the_surface_is_as_usual()
    {
        var usual = new SurfaceChoice { Engine = SurfaceEngine.Fio, Passes = 2, MaxBadBlocks = 9, BadBlockThreshold = 3, PauseAtCelsius = 60, ResumeAtCelsius = 50 };

        Assert.Equal(usual, Assert.IsType<JobPlan.Accepted>(JobPlan.Of(Wish, "WD-1", usual)).Surface);
        Assert.Equal(
            usual with { Engine = SurfaceEngine.Badblocks, Passes = 4, Mode = SurfaceMode.Read, MaxBadBlocks = 100 },
            Assert.IsType<JobPlan.Accepted>(JobPlan.Of(
                Wish with { SurfaceEngine = "badblocks", SurfacePasses = 4, SurfaceMode = "read", MaxBadBlocks = 100 }, "WD-1", usual)).Surface);
    }

    [Fact]
    public void Whoever_stops_at_the_first_error_allows_none() =>
        Assert.Equal(0, Assert.IsType<JobPlan.Accepted>(JobPlan.Of(Wish with { MaxBadBlocks = 1 }, "WD-1", new SurfaceChoice { BadBlockThreshold = 5 })).Surface.BadBlockThreshold);

    [Fact]
    public void A_surface_that_makes_no_sense_is_no_plan()
    {
        Assert.Equal("surface_engine", Refused(Wish with { SurfaceEngine = "Fio" }));
        Assert.Equal("surface_mode", Refused(Wish with { SurfaceMode = "erase" }));
        Assert.All((int[])[0, 5, -1], passes => Assert.Equal("surface_passes", Refused(Wish with { SurfacePasses = passes })));
        Assert.All((int[])[0, -1, 10_001], most => Assert.Equal("max_bad_blocks", Refused(Wish with { MaxBadBlocks = most })));
        Assert.Equal(10_000, Accepted(Wish with { MaxBadBlocks = 10_000 }).Surface.MaxBadBlocks);
    }

    [Theory]
    [InlineData("WD-1", 1, true)]
    [InlineData(" WD-1 ", 1, true)]
    [InlineData("wd-1", 1, false)]
    [InlineData("", 1, false)]
    [InlineData("WD-1", 2, false)]
    public void A_label_is_called_stale_for_one_drive_by_its_serial(string typed, int drives, bool isAccepted)
    {
        var plan = JobPlan.Of(Wish with { OverrideStaleLabel = typed, DrivesInBatch = drives, ConfirmDestructive = true }, "WD-1", Usual);

        Assert.Equal(isAccepted, plan is JobPlan.Accepted { Surface.AllowsStaleLabel: true });
        Assert.True(isAccepted || plan is JobPlan.Invalid { Code: "override_mismatch" });
    }

    [Fact]
    public void The_orders_of_a_job_are_as_it_was_chosen()
    {
        var choice = new SurfaceChoice { Passes = 3, Engine = SurfaceEngine.Fio, MaxBadBlocks = 7, BadBlockThreshold = 2, StaleLabels = [new("signature", "ext4")] };
        var job = Sample.Job([.. Sample.Plan]) with { Surface = choice };
        var run = new JobRun { RunId = "01J-1", OrderedAt = Sample.Noon };

        var whole = job.OrderOf(run, job.Stages[2]).Surface!;
        var samples = job.OrderOf(run, job.Stages[2] with { Name = StageName.IoValidate }).Surface!;

        Assert.Equal(new SurfaceShape { Passes = 3 }, whole.Shape);
        Assert.Equal((SurfaceEngine.Fio, 7, 2, 1, 55, 46), (whole.Engine, whole.MaxBadBlocks, whole.BadBlockThreshold, whole.StaleLabels.Length, whole.PauseAtCelsius, whole.ResumeAtCelsius));
        Assert.Equal(whole with { Shape = new SurfaceShape { Passes = 1, SamplesOnly = true } }, samples);
        Assert.Null(job.OrderOf(run, job.Stages[1]).Surface);
    }

    [Fact]
    public void A_job_stored_before_there_was_a_choice_is_read_with_the_usual_one()
    {
        var json = StoredJson.Of(Sample.Job([.. Sample.Plan]));
        var before = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        Assert.True(before.Remove("surface"));

        Assert.Equal(new SurfaceChoice(), StoredJson.Read<BurnInJob>(before.ToJsonString()).Surface);
    }

    private static readonly string[] Choosable = ["short_smart", "long_smart", "surface_validate", "io_validate"];

    [Theory]
    [InlineData(null, null, "new@1")]
    [InlineData(null, "used", "used@1")]
    [InlineData("classic", "used", "classic@1")]
    [InlineData("used@1", null, "used@1")]
    public void The_policy_is_the_wishs_or_the_usual_one_with_its_version(string? wished, string? usual, string expected) =>
        Assert.Equal(expected, Assert.IsType<JobPlan.Accepted>(JobPlan.Of(Wish with { Policy = wished }, "WD-1", Usual, usual)).Policy);

    [Theory]
    [InlineData("strict")]
    [InlineData("new@2")]
    [InlineData("")]
    public void A_policy_that_is_not_there_makes_no_plan(string policy) => Assert.Equal("policy", Refused(Wish with { Policy = policy }));

    private static JobPlan.Accepted Accepted(JobWish wish) => Assert.IsType<JobPlan.Accepted>(JobPlan.Of(wish, "WD-1", Usual));

    private static string Refused(JobWish wish) => Assert.IsType<JobPlan.Invalid>(JobPlan.Of(wish, "WD-1", Usual)).Code;

    private static string Words(JobPlan.Accepted plan) => string.Join(' ', plan.Stages.Select(stage => stage.Wire));
}
