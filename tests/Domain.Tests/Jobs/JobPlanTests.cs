using Burnin.Domain.Jobs;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

public sealed class JobPlanTests
{
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
            var plan = JobPlan.Of(Wish with { Profile = profile, ConfirmSerial = typed, ConfirmDestructive = true }, "WD-1");

            Assert.Equal(isAccepted, plan is JobPlan.Accepted);
            Assert.True(isAccepted || plan is JobPlan.Invalid { Code: "serial_mismatch" });
        }
    }

    [Fact]
    public void A_drive_without_a_serial_cannot_be_confirmed_by_typing_nothing() =>
        Assert.IsType<JobPlan.Invalid>(JobPlan.Of(Wish with { Profile = "surface", ConfirmSerial = "" }, ""));

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

    private static readonly string[] Choosable = ["short_smart", "long_smart", "surface_validate", "io_validate"];

    private static JobPlan.Accepted Accepted(JobWish wish) => Assert.IsType<JobPlan.Accepted>(JobPlan.Of(wish, "WD-1"));

    private static string Refused(JobWish wish) => Assert.IsType<JobPlan.Invalid>(JobPlan.Of(wish, "WD-1")).Code;

    private static string Words(JobPlan.Accepted plan) => string.Join(' ', plan.Stages.Select(stage => stage.Wire));
}
