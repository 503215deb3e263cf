using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Faults;
using Burnin.Nas.TrueNas;
using Burnin.Nas.TrueNas.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Burnin.TrueNas.Tests.Sockets;

public sealed class LoginTests
{
    public static TheoryData<MockNasProfile> Products => SocketBench.Products;

    [Theory, MemberData(nameof(Products))]
    public async Task A_right_key_is_let_in(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile);

        Assert.StartsWith("TrueNAS-2", (await bench.ReadAsync("system.version")).GetString());
        Assert.Equal(1, bench.Logins);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task AUTH_ERR_stops_the_retries_and_says_so(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile, connection => connection with { ApiKey = "1-wrong" });

        var first = await bench.PassOnNasUntilAsync(bench.FailureAsync());
        bench.Clock.Advance(TimeSpan.FromDays(1));
        var later = await bench.FailureAsync();

        Assert.Equal((NasFault.AuthenticationFailed, NasFault.AuthenticationFailed), (first.Fault, later.Fault));
        Assert.Contains("refuses the API key of burnin", first.Message);
        Assert.Contains("Nothing more is tried", later.Message);
        Assert.Equal(1, bench.Logins);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task EXPIRED_stops_the_retries_and_says_so(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile);
        await bench.ReadAsync("system.version");
        await bench.MoveAsync($"keys/{bench.Nas.User}/expire");
        bench.Nas.Disconnect();

        await bench.PassBackOffAsync();
        var failure = await bench.PassOnNasUntilAsync(bench.FailureAsync());
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.FailureAsync();

        Assert.Equal(NasFault.AuthenticationFailed, failure.Fault);
        Assert.Contains("has expired or was revoked", failure.Message);
        Assert.Equal(2, bench.Logins);
    }

    [Theory]
    [InlineData("""{"response_type":"OTP_REQUIRED","username":"burnin"}""", "one-time password")]
    [InlineData("""{"response_type":"DENIED"}""", "does not let burnin in")]
    public async Task A_login_that_wants_more_than_a_key_is_not_tried_again(string answer, string expected)
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = call => AnsweredAsync(call, answer);
        await using var transport = nas.Connect(new WatchedClock());

        var failure = await FailureAsync(transport);
        await FailureAsync(transport);

        Assert.Equal(NasFault.AuthenticationFailed, failure.Fault);
        Assert.Contains(expected, failure.Message);
        Assert.Equal(1, nas.Connections);
    }

    [Fact]
    public async Task A7_A_standby_node_says_where_to_go_and_is_asked_again_later()
    {
        await using var bench = await SocketBench.StartAsync();
        bench.Nas.Faults = new BoxFaults { RedirectLogin = true };

        var failure = await bench.FailureAsync();
        bench.Nas.Faults = BoxFaults.None;
        await bench.PassBackOffAsync();
        await bench.VersionAgainAsync();

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Contains("standby node of a pair and sends to https://192.0.2.10 or https://192.0.2.11", failure.Message);
    }

    [Theory]
    [InlineData("""{"response_type":"SCRAM_RESPONSE"}""", "SCRAM_RESPONSE")]
    [InlineData("""true""", "words that are not known")]
    public async Task A_login_answered_in_other_words_is_told_with_them(string answer, string expected)
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = call => AnsweredAsync(call, answer);
        await using var transport = nas.Connect(new WatchedClock());

        var failure = await FailureAsync(transport);

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
        Assert.Contains(expected, failure.Message);
    }

    [Fact]
    public async Task A1_A_key_is_never_sent_without_TLS()
    {
        await using var nas = await MockNas.StartAsync(new MockNasOptions { Profile = MockNasProfile.TrueNas2510 }, TimeProvider.System, TestContext.Current.CancellationToken);
        var plain = SocketBench.ConnectionTo(nas) with { Url = nas.BaseUrl };

        var failure = Assert.Throws<NasException>(() => new JsonRpcTransport(plain, TimeProvider.System, NullLoggerFactory.Instance));

        Assert.Equal(NasFault.NotSupported, failure.Fault);
        Assert.Contains("it was not sent", failure.Message);
        Assert.Empty(nas.RecentCalls);
    }

    [Fact]
    public async Task A2_A_key_that_died_behind_a_foreign_proxy_is_not_offered_again()
    {
        await using var bench = await SocketBench.StartAsync();
        bench.Nas.Faults = new BoxFaults { ForeignProxy = true };

        var failure = await bench.PassOnNasUntilAsync(bench.FailureAsync());
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.FailureAsync();

        Assert.Equal(NasFault.AuthenticationFailed, failure.Fault);
        Assert.Equal(1, bench.Logins);
    }

    [Fact]
    public async Task A6_A_login_that_came_too_often_is_tried_again_later()
    {
        await using var bench = await SocketBench.StartAsync();
        bench.Nas.Faults = new BoxFaults { RateLimited = true };

        var failure = await bench.PassOnNasUntilAsync(bench.FailureAsync());
        bench.Nas.Faults = BoxFaults.None;
        await bench.PassBackOffAsync();
        await bench.VersionAgainAsync();

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Contains("Rate Limit Exceeded", failure.Message);
    }

    [Fact]
    public async Task A_key_without_its_user_is_asked_for()
    {
        await using var nas = await ScriptedNas.StartAsync();

        var failure = Assert.Throws<NasException>(
            () => new JsonRpcTransport(nas.Connection with { ApiUser = null }, TimeProvider.System, NullLoggerFactory.Instance));

        Assert.Equal(NasFault.NotSupported, failure.Fault);
    }

    [Fact]
    public async Task A_key_is_not_printed_with_the_address_it_is_for()
    {
        await using var nas = await ScriptedNas.StartAsync();

        Assert.DoesNotContain("1-key", SocketAddress.Of(nas.Connection).ToString());
    }

    private static async Task<bool> AnsweredAsync(ScriptedCall call, string answer)
    {
        if (call.Method != "auth.login_ex")
        {
            return false;
        }

        await call.AnswerAsync(answer);
        return true;
    }

    private static Task<NasException> FailureAsync(JsonRpcTransport transport) => Assert.ThrowsAsync<NasException>(
        () => transport.CallAsync(TrueNasCall.Read("system.version"), TestContext.Current.CancellationToken));
}
