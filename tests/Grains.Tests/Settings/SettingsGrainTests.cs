using System.Collections.Immutable;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Settings;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Settings;

public sealed class SettingsGrainTests : GrainCluster
{
    [Fact]
    public async Task What_is_set_survives_the_loss_of_the_grain_and_raises_the_version()
    {
        var changed = await ChangedAsync(("poll_interval_seconds", "30"), ("log_level", "debug"));
        await LoseActivationsAsync();

        var view = await Grains.Settings().GetAsync();
        Assert.Equal((1, "ann", Clock.GetUtcNow()), (view.Version, view.ChangedBy, view.ChangedAt!.Value));
        Assert.Equal(("30", "12"), (Of(view, "poll_interval_seconds").Value, Of(view, "poll_interval_seconds").Default));
        Assert.Equal(["log_level: info → debug", "poll_interval_seconds: 12 → 30"], changed.Changes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_overwrites_nothing()
    {
        var seen = (await Grains.Settings().GetAsync()).Version;
        Assert.IsType<ChangeSettingsResult.Changed>(await ChangeAsync(seen, ("temp_warn_c", "40")));

        var conflict = Assert.IsType<ChangeSettingsResult.Conflict>(await ChangeAsync(seen, ("temp_warn_c", "41")));

        Assert.Equal("40", Of(conflict.Settings, "temp_warn_c").Value);
    }

    [Fact]
    public async Task Saying_what_is_so_already_writes_nothing()
    {
        await ChangedAsync(("temp_warn_c", "40"));

        Assert.Empty((await ChangedAsync(("temp_warn_c", "40"), ("temp_crit_c", "55"))).Changes);
        Assert.Equal(1, Storage.WritesOf("settings", "burnin"));
    }

    [Theory]
    [InlineData("poll_interval_seconds", "0", "1 to 3600 seconds.")]
    [InlineData("policy", "strict", "One of new, used, classic.")]
    [InlineData("surface_engine", "dd", "One of auto, fio, badblocks.")]
    [InlineData("surface_passes", "5", "A whole number from 1 to 4.")]
    public async Task A_value_out_of_range_is_refused_by_the_name_of_its_setting(string name, string value, string reason)
    {
        var invalid = Assert.IsType<ChangeSettingsResult.Invalid>(await ChangeAsync(null, (name, value)));

        Assert.Equal(new SettingFault(name, reason), Assert.Single(invalid.Faults));
    }

    [Fact]
    public async Task Values_that_do_not_go_together_are_refused_as_at_the_start()
    {
        var invalid = Assert.IsType<ChangeSettingsResult.Invalid>(await ChangeAsync(null, ("temp_warn_c", "60")));
        Assert.Equal("temp_warn_c", Assert.Single(invalid.Faults).Name);

        Assert.IsType<ChangeSettingsResult.Changed>(await ChangeAsync(null, ("temp_warn_c", "60"), ("temp_crit_c", "70")));
    }

    [Fact]
    public async Task What_is_set_holds_for_the_next_burn_in_without_a_restart()
    {
        await AddNasAsync(2, "S1");
        await ChangedAsync(("policy", "used"));
        await EventuallyAsync("the policy holds", () => Task.FromResult(Now<BurnInOptions>().Policy == "used"));

        Assert.StartsWith("used", (await JobAsync(await StartAsync("S1"))).Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_interval_holds_for_a_NAS_that_is_being_polled()
    {
        await AddNasAsync(2, "S1");
        await ChangedAsync(("poll_interval_seconds", "3600"));
        await EventuallyAsync("the long interval holds", () => Task.FromResult(Now<BurnInOptions>().PollInterval == TimeSpan.FromHours(1)));
        await EventuallyAsync("it is stale", async () => (await Grains.Nas(NasName).GetAsync())!.Status.Stale);

        await ChangedAsync(("poll_interval_seconds", "2"));

        var since = Clock.GetUtcNow();
        await EventuallyAsync("it is polled again and again", async () => (await Grains.Nas(NasName).GetAsync())!.Status.SeenAt > since.AddSeconds(10));
    }

    [Fact]
    public async Task A_new_limit_of_the_fleet_reaches_its_governor()
    {
        await ChangedAsync(("max_parallel_fleet", "3"));
        await EventuallyAsync("the limit is 3", async () => (await Grains.Governor("fleet").GetAsync()).Limit == 3);

        await ChangedAsync(("max_parallel_fleet", "0"));
        await EventuallyAsync("there is no limit", async () => (await Grains.Governor("fleet").GetAsync()).Limit == int.MaxValue);
    }

    private async Task<ChangeSettingsResult.Changed> ChangedAsync(params (string Name, string? Value)[] values) =>
        Assert.IsType<ChangeSettingsResult.Changed>(await ChangeAsync(null, values));

    private Task<ChangeSettingsResult> ChangeAsync(long? version, params (string Name, string? Value)[] values) => Grains.Settings().ChangeAsync(new ChangeSettings
    {
        Values = values.ToImmutableDictionary(each => each.Name, each => each.Value),
        ExpectedVersion = version,
        By = "ann",
    });

    private static SettingView Of(SettingsView view, string name) => view.Sections.SelectMany(section => section.Settings).Single(setting => setting.Name == name);
}
