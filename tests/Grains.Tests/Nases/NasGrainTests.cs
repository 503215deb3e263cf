using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Nases;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Nases;

public sealed class NasGrainTests : GrainCluster
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_nas_that_does_not_answer_is_not_added()
    {
        Nas.Trouble = new NasException(NasFault.AuthenticationFailed, "The key was refused.");

        var result = await Grains.Nas(NasName).AddAsync(new NasSettings { Kind = "local" }, Token);

        Assert.Equal(new ConfigureNasResult.Failed("authentication_failed", "The key was refused."), result);
        Assert.Null(await Grains.Nas(NasName).GetAsync());
        Assert.Empty(await Grains.Fleet().GetNasNamesAsync());
    }

    [Theory]
    [InlineData("test", "jsonrpc", "https://10.0.0.5", "api_key")]
    [InlineData("test", "toaster", null, "kind")]
    [InlineData("test", "original", null, "url")]
    [InlineData("test", "original", "ftp://nas", "url")]
    [InlineData("test", "linux", null, "ssh")]
    [InlineData("test", "auto", null, "url")]
    [InlineData("test", "rest", "10.0.0.5", "url")]
    [InlineData("test", "rest", "http://10.0.0.5", "url")]
    [InlineData("test", "auto", "https://10.0.0.5", "api_key")]
    [InlineData("Bad Name", "local", null, "name")]
    [InlineData("fleet", "local", null, "name")]
    public async Task A_wrong_setting_is_named(string name, string kind, string? url, string field)
    {
        var result = await Grains.Nas(name).AddAsync(new NasSettings { Kind = kind, Url = url }, Token);

        Assert.Equal(field, Assert.IsType<ConfigureNasResult.Invalid>(result).Field);
    }

    [Fact]
    public async Task How_warm_its_drives_are_is_kept_and_a_failure_of_that_makes_no_NAS_ill()
    {
        History.Failure = new IOException("disk full");
        await AddNasAsync(2, "S1");
        Assert.Equal("ok", (await Grains.Nas(NasName).GetAsync())!.Status.Health);

        History.Failure = null;
        await EventuallyAsync("the heat of S1", () => Task.FromResult(!History.Heat.IsEmpty));
        Assert.Equal("S1", History.Heat.First().DriveId);
    }

    [Theory]
    [InlineData("auto", "https://10.0.0.5")]
    [InlineData("rest", "http://127.0.0.1:8100")]
    public async Task A_real_product_is_added_by_url_and_key(string kind, string url)
    {
        Assert.IsType<ConfigureNasResult.Accepted>(await Grains.Nas(NasName).AddAsync(new NasSettings { Kind = kind, Url = url, ApiKey = "1-key" }, Token));
        Assert.DoesNotContain("1-key", Storage.JsonOf("nas", NasName)!);
    }

    [Fact]
    public async Task A_nas_of_which_a_part_does_not_answer_is_not_added_but_shown_with_its_trouble_later()
    {
        Nas.TroubleOfPart = new InventoryTrouble(NasFault.HostKeyChanged, "Another key.");
        var settings = new NasSettings { Kind = "local" };
        Assert.Equal(new ConfigureNasResult.Failed("host_key_changed", "Another key."), await Grains.Nas(NasName).AddAsync(settings, Token));

        Nas.TroubleOfPart = null;
        Nas.Add("S1", "sda");
        Assert.IsType<ConfigureNasResult.Accepted>(await Grains.Nas(NasName).AddAsync(settings, Token));
        Nas.TroubleOfPart = new InventoryTrouble(NasFault.Unreachable, "No SSH.");

        await EventuallyAsync("trouble", async () =>
            await Grains.Feed(NasName).GetPictureAsync() is { Status: { Stale: false, Health: "unreachable", Message: "No SSH." }, Drives: [{ Status: not "missing" }] });
    }

    [Fact]
    public async Task Settings_that_change_the_way_there_are_tried_first_and_stored_only_where_they_work()
    {
        await AddNasAsync(2);
        Nas.Trouble = new NasException(NasFault.AuthenticationFailed, "Not this key.");
        var change = new NasChange { Kind = "rest", Url = "https://10.0.0.5", ApiKey = "1-key" };
        Assert.Equal(new ConfigureNasResult.Failed("authentication_failed", "Not this key."), await Grains.Nas(NasName).ChangeAsync(change, Token));
        Assert.Equal("local", (await Grains.Nas(NasName).GetAsync())!.Kind);

        Nas.Trouble = null;
        Assert.IsType<ConfigureNasResult.Accepted>(await Grains.Nas(NasName).ChangeAsync(change, Token));
        var view = (await Grains.Nas(NasName).GetAsync())!;
        Assert.Equal(("rest", "https://10.0.0.5", true), (view.Kind, view.Url, view.HasApiKey));
    }

    [Fact]
    public async Task Settings_are_tried_without_being_stored()
    {
        Nas.Add("S1", "sda");
        Nas.Add("S2", "sdb", [new("pool", "tank")]);
        var seen = Assert.IsType<TryNasResult.Seen>(await Grains.Nas("unsaved").TryAsync(new NasChange { Kind = "local" }, Token));
        Assert.Equal((2, 1), (seen.Drives, seen.FreeDrives));

        Nas.Trouble = new NasException(NasFault.Unreachable, "No route.");
        var refused = Assert.IsType<TryNasResult.Refused>(await Grains.Nas("unsaved").TryAsync(new NasChange { Kind = "local" }, Token));
        Assert.Equal(new ConfigureNasResult.Failed("unreachable", "No route."), refused.Why);
        Assert.Null(await Grains.Nas("unsaved").GetAsync());
    }

    [Fact]
    public async Task A_nas_that_is_paused_is_not_asked_and_begins_nothing_until_it_is_resumed()
    {
        await AddNasAsync(2, "S1");
        Assert.IsType<ConfigureNasResult.Accepted>(await Grains.Nas(NasName).ChangeAsync(new NasChange { Paused = true }, Token));
        Assert.Equal("paused", (await Grains.Feed(NasName).GetPictureAsync()).Status!.Health);
        var job = await StartAsync("S1");
        await EventuallyAsync("it waits", async () => (await Grains.Governor(NasName).GetAsync()) is { Holders.IsEmpty: true, Waiting.Length: 1 });

        Nas.Add("S2", "sdb");
        await Grains.Nas(NasName).EnsurePollingAsync();
        Assert.DoesNotContain((await Grains.Feed(NasName).GetPictureAsync()).Drives, drive => drive.Serial == "S2");

        // The configuration, said again at a start, does not end a pause.
        await Grains.Nas(NasName).ConfigureAsync((await Grains.Nas(NasName).GetSettingsAsync())! with { Paused = false });
        Assert.True((await Grains.Nas(NasName).GetAsync())!.Paused);

        Assert.IsType<ConfigureNasResult.Accepted>(await Grains.Nas(NasName).ChangeAsync(new NasChange { Paused = false }, Token));
        await EventuallyAsync("it is asked", async () => (await Grains.Feed(NasName).GetPictureAsync()).Drives.Any(drive => drive.Serial == "S2"));
        await EventuallyAsync("it begins", async () => (await Grains.Governor(NasName).GetAsync()).Holders.Contains(job));
    }

    [Fact]
    public async Task A_nas_with_jobs_stays_where_it_is()
    {
        await AddNasAsync(2, "S1");
        await StartAsync("S1");
        await EventuallyAsync("a lease", async () => !(await Grains.Governor(NasName).GetAsync()).Holders.IsEmpty);

        Assert.IsType<ConfigureNasResult.Conflict>(await Grains.Nas(NasName).ChangeAsync(
            new NasChange { Kind = "linux", Ssh = new SshSettings { Host = "10.0.0.6", Password = "hunter2" } }, Token));
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        await AddNasAsync(2);

        Assert.IsType<ConfigureNasResult.Conflict>(await Grains.Nas(NasName).AddAsync(new NasSettings { Kind = "local" }, Token));
    }

    [Theory]
    [InlineData("root", null)]
    [InlineData("burnin", "burnin ALL=(root) NOPASSWD: /bin/sh -s")]
    public async Task The_rule_that_a_login_needs_is_shown(string user, string? rule)
    {
        await Grains.Nas(NasName).AddAsync(new NasSettings { Kind = "linux", Ssh = new SshSettings { Host = "10.0.0.5", User = user, Password = "x" } }, Token);

        Assert.Equal(rule, (await Grains.Nas(NasName).GetAsync())!.SudoRule);
    }

    [Fact]
    public async Task Secrets_are_stored_sealed_and_never_shown()
    {
        await Grains.Nas(NasName).AddAsync(new NasSettings
        {
            Kind = "linux",
            Ssh = new SshSettings { Host = "10.0.0.5", Password = "hunter2", PrivateKey = "PEM-TEXT", Passphrase = "open sesame" },
        }, Token);

        var json = Storage.JsonOf("nas", NasName)!;
        Assert.DoesNotContain("hunter2", json);
        Assert.DoesNotContain("PEM-TEXT", json);
        Assert.DoesNotContain("open sesame", json);
        Assert.Equal("root@10.0.0.5:22", (await Grains.Nas(NasName).GetAsync())!.Address);
        Assert.Equal("hunter2", (await Grains.Nas(NasName).GetSettingsAsync())!.Ssh!.Password);
    }

    [Fact]
    public async Task A_nas_that_falls_silent_is_called_stale_and_is_well_again_when_it_answers()
    {
        await AddNasAsync(2, "S1");
        Nas.Trouble = new NasException(NasFault.Unreachable, "No route.");
        await EventuallyAsync("stale", async () => (await Grains.Feed(NasName).GetPictureAsync()).Status is { Stale: true, Health: "unreachable", Message: "No route." });
        Assert.Single((await Grains.Feed(NasName).GetPictureAsync()).Drives);

        Nas.Trouble = null;

        await EventuallyAsync("well", async () => (await Grains.Feed(NasName).GetPictureAsync()).Status is { Stale: false, Health: "ok", Message: null });
    }

    [Theory]
    [InlineData(NasFault.Unreachable, "unreachable")]
    [InlineData(NasFault.UnexpectedAnswer, "unexpected_answer")]
    [InlineData(NasFault.AuthenticationFailed, "authentication_failed")]
    public async Task A_nas_in_trouble_can_do_nothing_and_its_report_says_why_until_it_answers(NasFault fault, string word)
    {
        await AddNasAsync(2, "S1");
        var before = (await Grains.Nas(NasName).GetAsync())!.Capabilities;
        Nas.Trouble = new NasException(fault, "Something in the way.");

        await EventuallyAsync("the trouble in the report", async () =>
            (await Grains.Nas(NasName).GetAsync())!.Capabilities is [{ What: "inventory", By: null } report] && report.Note == $"{word}: Something in the way.");
        Nas.Trouble = null;

        await EventuallyAsync("what it can do", async () => (await Grains.Nas(NasName).GetAsync())!.Capabilities.SequenceEqual(before));
    }

    [Fact]
    public async Task A_restart_shows_what_was_known_before_the_first_poll()
    {
        await AddNasAsync(2, "S1");
        await LoseActivationsAsync();
        Nas.Trouble = new NasException(NasFault.Unreachable, "Still booting.");

        await Grains.Nas(NasName).EnsurePollingAsync();

        await EventuallyAsync("shown", async () => (await Grains.Feed(NasName).GetPictureAsync()).Drives.Length == 1);
    }

    [Fact]
    public async Task A_nas_with_jobs_is_not_removed_and_one_without_is()
    {
        await AddNasAsync(2, "S1");
        var job = await StartAsync("S1");
        await EventuallyAsync("a lease", async () => !(await Grains.Governor(NasName).GetAsync()).Holders.IsEmpty);
        Assert.IsType<ConfigureNasResult.Conflict>(await Grains.Nas(NasName).RemoveAsync());

        await Grains.Job(job).CancelAsync("bob", Token);
        await JobShowsAsync(job, "the job is over", view => view.IsOver);

        Assert.IsType<ConfigureNasResult.Accepted>(await Grains.Nas(NasName).RemoveAsync());
        Assert.Null(await Grains.Nas(NasName).GetAsync());
        Assert.Empty(await Grains.Fleet().GetNasNamesAsync());
        Assert.NotNull(await Grains.Drive("S1").GetAsync());
    }

    [Fact]
    public async Task What_the_configuration_says_is_stored_without_being_tried()
    {
        Nas.Trouble = new NasException(NasFault.Unreachable, "Not started yet.");

        await Grains.Nas(NasName).ConfigureAsync(new NasSettings { Kind = "local", MaxParallel = 7 });

        Assert.Equal(7, (await Grains.Nas(NasName).GetAsync())!.MaxParallel);
        Assert.Equal(7, (await Grains.Governor(NasName).GetAsync()).Limit);
    }

    [Fact]
    public async Task A_configured_host_keeps_the_key_it_has_shown()
    {
        var settings = new NasSettings { Kind = "linux", Ssh = new SshSettings { Host = "10.0.0.5", Password = "hunter2" } };
        Nas.HostKey = "SHA256:" + new string('k', 43);
        await Grains.Nas(NasName).ConfigureAsync(settings);
        await EventuallyAsync("pinned", async () => (await Grains.Nas(NasName).GetAsync())!.HostKey == Nas.HostKey);

        // The next start of the service says again what the configuration says, and that is nothing about the key.
        await Grains.Nas(NasName).ConfigureAsync(settings);

        Assert.Equal(Nas.HostKey, (await Grains.Nas(NasName).GetSettingsAsync())!.Ssh!.HostKey);
    }

    [Fact]
    public void Settings_print_no_secret() => Assert.DoesNotContain("hunter2", new NasSettings
    {
        Kind = "linux",
        ApiKey = "hunter2",
        Ssh = new SshSettings { Host = "10.0.0.5", Password = "hunter2", PrivateKey = "hunter2", Passphrase = "hunter2" },
    }.ToString());
}
