using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas.Tests.Auth;

/// <summary>Logins over sockets: section 7.1, traps A1 to A7.</summary>
public sealed class LoginTests
{
    [Theory]
    [InlineData(MockNasProfile.TrueNas2504, """{"response_type":"SUCCESS","user_info":null,"authenticator":"LEVEL_1"}""")]
    [InlineData(MockNasProfile.TrueNas260, """{"response_type":"SUCCESS","user_info":null,"authenticator":"LEVEL_1","reconnect_token":null}""")]
    public async Task A_good_key_is_answered_in_the_shape_of_the_release(MockNasProfile profile, string expected)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.ConnectAsync("api/current");

        Assert.Equal(expected, (await LoginAsync(socket, box.Nas.User, box.Nas.ApiKey))!.ToJsonString());
    }

    [Fact]
    public async Task Who_asks_for_it_is_told_who_he_is()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.ConnectAsync("api/current");

        var answer = (await socket.ResultAsync("auth.login_ex", $$"""[{"mechanism":"API_KEY_PLAIN","username":"burnin","api_key":"{{box.Nas.ApiKey}}"}]"""))!;

        Assert.Equal("burnin", (string?)answer["user_info"]!["pw_name"]);
        Assert.Equal("FULL_ADMIN", (string?)(await socket.ResultAsync("auth.me"))!["privilege"]!["roles"]!["$set"]![0]);
    }

    [Theory]
    [InlineData("burnin", "1-wrong", "AUTH_ERR")]
    [InlineData("somebody", null, "AUTH_ERR")]
    [InlineData("former", "former", "EXPIRED")]
    public async Task A_bad_one_is_answered_with_a_word_after_a_while(string user, string? key, string word)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.ConnectAsync("api/current");

        var login = LoginAsync(socket, user, key == "former" ? box.KeyOf("former") : key ?? box.Nas.ApiKey);
        await box.Clock.SomebodyWaits.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(word, (string?)(await box.PassUntilAsync(login))!["response_type"]);
    }

    [Fact]
    public async Task A_second_login_after_one_that_failed_loses_its_place()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.ConnectAsync("api/current");
        await box.PassUntilAsync(LoginAsync(socket, "burnin", "1-wrong"));

        var again = await socket.CallAsync("auth.login_ex", $$"""[{"mechanism":"API_KEY_PLAIN","username":"burnin","api_key":"{{box.Nas.ApiKey}}"}]""");

        Assert.Equal("unexpected authenticator run state. Expected: START", (string?)again["error"]!["data"]!["reason"]);
        var fresh = await box.ConnectAsync("api/current");
        Assert.Equal("SUCCESS", (string?)(await LoginAsync(fresh, "burnin", box.Nas.ApiKey))!["response_type"]);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithJsonRpc), MemberType = typeof(Profiles))]
    public async Task A1_A_good_key_that_comes_in_the_clear_dies_of_it(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var plain = await box.ConnectAsync("api/current", isPlain: true);

        Assert.Equal("EXPIRED", (string?)(await box.PassUntilAsync(LoginAsync(plain, "burnin", box.Nas.ApiKey)))!["response_type"]);
        Assert.Equal(ViolationKind.KeyInTheClear, Assert.Single(box.Nas.TakeViolations()).Kind);

        var secure = await box.ConnectAsync("api/current");
        Assert.Equal("AUTH_ERR", (string?)(await box.PassUntilAsync(LoginAsync(secure, "burnin", box.Nas.ApiKey)))!["response_type"]);
        Assert.Contains("Attempt to use over an insecure transport", (await box.DebugAsync("GET", "/state")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A1_The_older_call_of_the_socket_kills_it_as_well()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2504);
        var plain = await box.ConnectAsync("websocket", isPlain: true);
        await plain.AskAsync("""{"msg":"connect","version":"1","support":["1"]}""");

        Assert.False((bool)(await box.PassUntilAsync(plain.DdpAsync("auth.login_with_api_key", $"[\"{box.Nas.ApiKey}\"]")))["result"]!);
        Assert.Single(box.Nas.TakeViolations());
    }

    [Theory]
    [InlineData(MockNasProfile.Core130)]
    [InlineData(MockNasProfile.Scale2410)]
    public async Task Before_25_04_it_survives_but_the_client_is_told_on(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var plain = await box.ConnectAsync("websocket", isPlain: true);
        await plain.AskAsync("""{"msg":"connect","version":"1","support":["1"]}""");

        Assert.True((bool)(await plain.DdpAsync("auth.login_with_api_key", $"[\"{box.Nas.ApiKey}\"]"))["result"]!);
        Assert.Equal(ViolationKind.KeyInTheClear, Assert.Single(box.Nas.TakeViolations()).Kind);
    }

    [Fact]
    public async Task A2_A_proxy_that_ends_TLS_kills_keys_although_the_client_did_nothing_wrong()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        box.Nas.Faults = box.Nas.Faults with { ForeignProxy = true };
        var socket = await box.ConnectAsync("api/current");

        Assert.Equal("EXPIRED", (string?)(await box.PassUntilAsync(LoginAsync(socket, "burnin", box.Nas.ApiKey)))!["response_type"]);
        Assert.Empty(box.Nas.Violations);
    }

    [Fact]
    public async Task A7_A_standby_node_sends_a_login_elsewhere()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        box.Nas.Faults = box.Nas.Faults with { RedirectLogin = true };
        var socket = await box.ConnectAsync("api/current");

        Assert.Equal("""{"response_type":"REDIRECT","urls":["https://192.0.2.10","https://192.0.2.11"]}""", (await LoginAsync(socket, "burnin", box.Nas.ApiKey))!.ToJsonString());
    }

    [Fact]
    public async Task A_password_may_ask_for_a_second_factor()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        box.Nas.Faults = box.Nas.Faults with { SecondFactor = true };
        var socket = await box.ConnectAsync("api/current");

        var first = await socket.ResultAsync("auth.login_ex", """[{"mechanism":"PASSWORD_PLAIN","username":"root","password":"mock-password"}]""");
        var second = await socket.ResultAsync("auth.login_ex_continue", """[{"mechanism":"OTP_TOKEN","otp_token":"123456"}]""");

        Assert.Equal("""{"response_type":"OTP_REQUIRED","username":"root"}""", first!.ToJsonString());
        Assert.Equal("SUCCESS", (string?)second!["response_type"]);
    }

    [Fact]
    public async Task Asking_for_mechanisms_before_a_login_is_broken_in_25_04_and_not_in_25_10_6()
    {
        await using var old = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2504);
        await using var later = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var broken = await old.ConnectAsync("api/current");
        var whole = await later.ConnectAsync("api/current");

        Assert.Contains("NoneType", (string?)(await broken.CallAsync("auth.mechanism_choices"))["error"]!["data"]!["reason"], StringComparison.Ordinal);
        Assert.Contains("API_KEY_PLAIN", (await whole.ResultAsync("auth.mechanism_choices"))!.AsArray().Select(name => (string?)name));
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2410, true)]
    [InlineData(MockNasProfile.TrueNas2504, false)]
    public async Task A6_So_many_logins_a_minute_24_10_counts_also_those_who_are_logged_in(MockNasProfile profile, bool countsLoggedIn)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.DdpAsync();

        for (var login = 2; login <= 20; login++)
        {
            Assert.True((bool)(await socket.DdpAsync("auth.login_with_api_key", $"[\"{box.Nas.ApiKey}\"]"))["result"]!);
        }

        var answer = await box.PassUntilAsync(socket.DdpAsync("auth.login_with_api_key", $"[\"{box.Nas.ApiKey}\"]"));
        Assert.Equal(countsLoggedIn ? 16 : null, (int?)answer["error"]?["error"]);
    }

    [Fact]
    public async Task A6_The_limit_holds_for_an_address_and_a_minute()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);

        for (var ping = 1; ping <= 20; ping++)
        {
            var socket = await box.ConnectAsync("api/current");
            Assert.Equal("pong", (string?)await socket.ResultAsync("core.ping"));
        }

        var late = await box.ConnectAsync("api/current");
        var refused = await box.PassUntilAsync(late.CallAsync("core.ping"));
        Assert.Equal("[EBUSY] Rate Limit Exceeded", (string?)refused["error"]!["data"]!["reason"]);
        Assert.NotNull(await late.ResultAsync("core.set_options", "[{}]"));

        box.Pass(TimeSpan.FromSeconds(60));
        var next = await box.ConnectAsync("api/current");
        Assert.Equal("pong", (string?)await next.ResultAsync("core.ping"));
    }

    private static async Task<JsonNode?> LoginAsync(SocketUnderTest socket, string user, string key) =>
        await socket.ResultAsync("auth.login_ex", $$$"""[{"mechanism":"API_KEY_PLAIN","username":"{{{user}}}","api_key":"{{{key}}}","login_options":{"user_info":false}}]""");
}
