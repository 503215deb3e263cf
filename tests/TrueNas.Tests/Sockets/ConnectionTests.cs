using System.Net.WebSockets;
using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Faults;
using Burnin.Nas.TrueNas;
using Burnin.Nas.TrueNas.Sockets;
using Burnin.Rig;

namespace Burnin.TrueNas.Tests.Sockets;

/// <summary>What becomes of a connection, and what comes after it.</summary>
public sealed class ConnectionTests
{
    private static readonly SocketLimits Limits = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<MockNasProfile> Products => SocketBench.Products;

    [Theory, MemberData(nameof(Products))]
    public async Task O1_A_connection_on_which_nobody_asks_is_kept_by_pings(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile);
        await bench.ReadAsync("system.version");

        for (var ping = 1; ping <= 5; ping++)
        {
            await bench.Clock.WaitedForAsync(Limits.PingEvery, Cancelled);
            bench.Clock.Advance(Limits.PingEvery);
            await Eventually.TrueAsync(() => bench.Nas.CallCounts.GetValueOrDefault("core.ping") == ping, $"ping {ping}", cancellationToken: Cancelled);
            bench.NasClock.Advance(Limits.PingEvery);
        }

        await bench.ReadAsync("system.version");
        Assert.Equal(1, bench.Logins);
    }

    [Fact]
    public async Task A_connection_that_does_not_answer_a_ping_is_given_up_and_made_anew()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = call => Task.FromResult(call is { Connection: 1, Method: "core.ping" });
        var clock = new WatchedClock();
        await using var transport = nas.Connect(clock);
        await VersionAsync(transport);

        await clock.WaitedForAsync(Limits.PingEvery, Cancelled);
        clock.Advance(Limits.PingEvery);
        await clock.WaitedForAsync(Limits.Pong, Cancelled);
        clock.Advance(Limits.Pong);
        await clock.WaitedForAsync(TimeSpan.Zero, TimeSpan.FromSeconds(2), Cancelled);
        var version = VersionAsync(transport);
        clock.Advance(TimeSpan.FromSeconds(2));

        await version;
        Assert.Equal(2, nas.Connections);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task After_a_reboot_in_mid_call_it_logs_in_again_and_looks_again(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile);
        await bench.ReadAsync("system.version");
        bench.Nas.Faults = new BoxFaults { SlowMs = 60_000 };
        var call = bench.ReadAsync("system.boot_id");
        bench.Nas.Faults = BoxFaults.None;

        bench.Nas.Reboot();
        await bench.PassBackOffAsync();
        await call;

        Assert.Equal(2, bench.Logins);
    }

    [Fact]
    public async Task While_a_NAS_is_away_each_call_fails_at_once_with_the_last_reason()
    {
        await using var bench = await SocketBench.StartAsync();
        bench.Nas.Faults = new BoxFaults { Status = 502 };

        var first = await bench.FailureAsync();
        await bench.Clock.WaitedForAsync(TimeSpan.Zero, TimeSpan.FromSeconds(2), Cancelled);
        var second = await bench.FailureAsync();
        bench.Nas.Faults = BoxFaults.None;
        await bench.PassBackOffAsync();
        await bench.VersionAgainAsync();

        Assert.Equal(NasFault.Unreachable, first.Fault);
        Assert.Contains("answers 502", first.Message);
        Assert.Equal(first.Message, second.Message);
    }

    [Fact]
    public async Task The_waits_between_attempts_grow_to_a_minute_and_no_further()
    {
        // So long that nothing but the waits between attempts is waited for in minutes.
        await using var bench = await SocketBench.StartAsync(limits: Limits with { Connect = TimeSpan.FromHours(1) });
        bench.Nas.Faults = new BoxFaults { Status = 502 };
        await bench.FailureAsync();

        foreach (var longest in new[] { 2, 4, 8, 16, 32, 60, 60 })
        {
            var most = TimeSpan.FromSeconds(longest);
            await bench.Clock.WaitedForAsync(most / 2, most, Cancelled);
            bench.Clock.Advance(most);
        }
    }

    [Fact]
    public async Task A_page_instead_of_JSON_is_told_as_what_it_is()
    {
        await using var bench = await SocketBench.StartAsync();
        await bench.ReadAsync("system.version");
        bench.Nas.Faults = new BoxFaults { Html = true };

        var failure = await bench.FailureAsync();
        bench.Nas.Faults = BoxFaults.None;
        await bench.PassBackOffAsync();
        await bench.VersionAgainAsync();

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
        Assert.Contains("no JSON-RPC: <!DOCTYPE html>", failure.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("\u0000\u0001")]
    public async Task Garbage_ends_the_connection_and_is_told(string garbage)
    {
        var failure = await FailureOfAsync(call => call.SendAsync(garbage));

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
        Assert.Contains("no JSON-RPC", failure.Message);
    }

    [Fact]
    public async Task Bytes_are_garbage()
    {
        var failure = await FailureOfAsync(call => call.SendBinaryAsync([1, 2, 3]));

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_ends_the_connection_and_is_told()
    {
        var failure = await FailureOfAsync(call => call.AnswerAsync($"\"{new string('x', 2 << 20)}\""), Limits with { AnswerBytes = 1 << 20 });

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
        Assert.Contains("more than 1 MiB", failure.Message);
    }

    [Fact]
    public async Task An_answer_in_many_parts_is_one_answer()
    {
        await using var nas = await ScriptedNas.StartAsync();
        var text = new string('x', 5 << 20);
        nas.Script = async call =>
        {
            if (call.Method == "system.version")
            {
                await call.AnswerAsync($"\"{text}\"");
            }

            return call.Method == "system.version";
        };
        await using var transport = nas.Connect(new WatchedClock());

        Assert.Equal(text, Assert.IsType<TrueNasAnswer.Result>(await VersionAsync(transport)).Value.GetString());
    }

    [Fact]
    public async Task Messages_that_answer_nothing_disturb_nobody()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = async call =>
        {
            await call.SendAsync("""{"jsonrpc":"2.0","id":999999,"result":1}""");
            await call.SendAsync("""{"jsonrpc":"2.0","id":"text","result":1}""");
            await call.SendAsync("""{"jsonrpc":"2.0","method":"of_a_later_release","params":[]}""");
            await call.SendAsync("""{"jsonrpc":"2.0","method":"collection_update","params":{}}""");
            await call.SendAsync("{}");
            return false;
        };
        await using var transport = nas.Connect(new WatchedClock());

        Assert.IsType<TrueNasAnswer.Result>(await VersionAsync(transport));
        Assert.Equal(1, nas.Connections);
    }

    [Fact]
    public async Task Half_an_answer_is_none()
    {
        await using var bench = await SocketBench.StartAsync();
        await bench.ReadAsync("system.version");
        bench.Nas.Faults = new BoxFaults { CutBody = true };

        var call = Assert.ThrowsAsync<NasException>(() => bench.CallAsync(TrueNasCall.Change("system.version")));

        Assert.Equal(NasFault.Unreachable, (await call).Fault);
    }

    [Fact]
    public async Task An_address_that_is_not_on_the_list_is_told()
    {
        await using var bench = await SocketBench.StartAsync();
        bench.Nas.Faults = new BoxFaults { AddressNotAllowed = true };

        var failure = await bench.FailureAsync();

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Contains("list of addresses", failure.Message);
    }

    [Fact]
    public async Task What_the_NAS_does_not_take_is_told()
    {
        var failure = await FailureOfAsync(call => call.CloseAsync(WebSocketCloseStatus.MessageTooBig, "Max message length is 64 kB"));

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
        Assert.Contains("Max message length is 64 kB", failure.Message);
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2410)]
    [InlineData(MockNasProfile.Core130)]
    public async Task P8_A_product_without_this_socket_is_told_from_one_that_is_down(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile);

        var failure = await bench.FailureAsync();

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
        Assert.Contains("before 25.04 there is no such socket", failure.Message);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_told()
    {
        await using var nas = await ScriptedNas.StartAsync();
        var connection = nas.Connection;
        await nas.DisposeAsync();
        await using var transport = new JsonRpcTransport(connection, new WatchedClock(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);

        var failure = await Assert.ThrowsAsync<NasException>(() => VersionAsync(transport));

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Contains("refuses connections", failure.Message);
    }

    [Fact]
    public async Task A_login_that_is_not_answered_is_given_up()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = call => Task.FromResult(call.Method == "auth.login_ex");
        var clock = new WatchedClock();
        await using var transport = nas.Connect(clock);

        var version = VersionAsync(transport);
        await Eventually.TrueAsync(() => nas.Calls.Contains("auth.login_ex"), "a login", cancellationToken: Cancelled);
        clock.Advance(Limits.Connect);
        var failure = await Assert.ThrowsAsync<NasException>(() => version);

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Contains("did not answer in time", failure.Message);
    }

    [Fact]
    public async Task A_login_that_the_NAS_has_forgotten_is_made_again()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = async call =>
        {
            var isForgotten = call is { Connection: 1, Method: "system.version" };
            if (isForgotten)
            {
                await call.ErrorAsync("""{"code":-32001,"message":"Method call error","data":{"error":207,"errname":"ENOTAUTHENTICATED","reason":"[ENOTAUTHENTICATED] Not authenticated"}}""");
            }

            return isForgotten;
        };
        var clock = new WatchedClock();
        await using var transport = nas.Connect(clock);

        await Assert.ThrowsAsync<NasException>(() => VersionAsync(transport));
        await clock.WaitedForAsync(TimeSpan.Zero, TimeSpan.FromSeconds(2), Cancelled);
        var version = VersionAsync(transport);
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.IsType<TrueNasAnswer.Result>(await version);
        Assert.Equal(2, nas.Connections);
    }

    [Fact]
    public async Task After_it_was_closed_nothing_is_asked()
    {
        await using var bench = await SocketBench.StartAsync();
        await bench.ReadAsync("system.version");

        await bench.Transport.DisposeAsync();
        var failure = await bench.FailureAsync();

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Equal(1, bench.Logins);
    }

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(3, 1, 8)]
    [InlineData(6, 1, 60)]
    [InlineData(1000, 1, 60)]
    [InlineData(1000, 0, 30)]
    public void A_wait_grows_with_the_failures_and_differs_by_luck(int failures, double luck, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), BackOff.After(failures, luck));

    private static Task<TrueNasAnswer> VersionAsync(JsonRpcTransport transport) => transport.CallAsync(TrueNasCall.Read("system.version"), Cancelled);

    /// <summary>What comes of a call to which the NAS says this; and the next one, on the next connection, is answered.</summary>
    private static async Task<NasException> FailureOfAsync(Func<ScriptedCall, Task> say, SocketLimits? limits = null)
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = async call =>
        {
            var isBad = call is { Connection: 1, Method: "bad" };
            if (isBad)
            {
                await say(call);
            }

            return isBad;
        };
        var clock = new WatchedClock();
        await using var transport = nas.Connect(clock, limits);

        var failure = await Assert.ThrowsAsync<NasException>(() => transport.CallAsync(TrueNasCall.Change("bad"), Cancelled));
        await clock.WaitedForAsync(TimeSpan.Zero, TimeSpan.FromSeconds(2), Cancelled);
        var version = VersionAsync(transport);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<TrueNasAnswer.Result>(await version);
        return failure;
    }
}
