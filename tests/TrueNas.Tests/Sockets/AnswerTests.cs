using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Faults;
using Burnin.Nas.TrueNas;

namespace Burnin.TrueNas.Tests.Sockets;

public sealed class AnswerTests
{
    public static TheoryData<MockNasProfile> Products => SocketBench.Products;

    [Theory, MemberData(nameof(Products))]
    public async Task U2_Disks_come_with_their_pools_where_they_are_asked_for(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile);

        var answer = await bench.CallAsync(TrueNasCall.Query("disk.query", options: new { extra = new { pools = true } }));

        var disks = Assert.IsType<TrueNasAnswer.Result>(answer).Value.Items().ToList();
        Assert.Contains(disks, disk => disk.Text("pool") == "tank");
        Assert.Contains(disks, disk => disk.Field("pool") is null);
    }

    [Fact]
    public async Task A_filter_goes_to_its_place()
    {
        await using var bench = await SocketBench.StartAsync();
        var serial = bench.Nas.Drives[0].Serial;

        var answer = await bench.CallAsync(TrueNasCall.Query("disk.query", [new object[] { "serial", "=", serial }]));

        Assert.Equal(serial, Assert.Single(Assert.IsType<TrueNasAnswer.Result>(answer).Value.Items()).Text("serial"));
    }

    [Theory]
    [InlineData(MockNasProfile.TrueNas2510)]
    [InlineData(MockNasProfile.TrueNas260)]
    public async Task A_method_that_is_gone_is_an_answer(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile);

        Assert.Contains("smart.test.results", Assert.IsType<TrueNasAnswer.Missing>(await bench.CallAsync(TrueNasCall.Query("smart.test.results"))).Why);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task A3_A_role_that_is_missing_is_told_apart_from_a_refused_key(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile);
        bench.Nas.Faults = new BoxFaults { DenyRoles = true };

        var denied = Assert.IsType<TrueNasAnswer.Denied>(await bench.CallAsync(TrueNasCall.Query("disk.query")));

        Assert.Equal("[EACCES] Not authorized", denied.Why);
        Assert.Equal(1, bench.Logins);
    }

    [Fact]
    public async Task Wrong_arguments_are_told_one_by_one()
    {
        await using var bench = await SocketBench.StartAsync(MockNasProfile.TrueNas2504);
        var call = TrueNasCall.Change("smart.test.manual_test", new TrueNasArgument("disks", new[] { new { identifier = "{serial}none", type = "SHORT" } }));

        var refused = Assert.IsType<TrueNasAnswer.Refused>(await bench.CallAsync(call));

        Assert.Equal("disks.0.identifier: {serial}none is not valid. Please provide a valid disk identifier.", refused.Why);
    }

    [Fact]
    public async Task A_method_that_crashed_says_why()
    {
        await using var bench = await SocketBench.StartAsync();
        bench.Nas.Faults = new BoxFaults { CrashingMethods = ["pool.query"] };

        Assert.Contains("has crashed", Assert.IsType<TrueNasAnswer.Refused>(await bench.CallAsync(TrueNasCall.Query("pool.query"))).Why);
    }

    [Theory, MemberData(nameof(Products))]
    public async Task P11_A_job_answers_with_its_number(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile);

        Assert.Equal(1, (await bench.ReadAsync("pool.import_find")).AsWhole());
        Assert.Equal(1, bench.Nas.CallCounts["core.set_options"]);
    }

    [Fact]
    public async Task Fields_of_a_later_release_disturb_nobody()
    {
        await using var bench = await SocketBench.StartAsync();
        bench.Nas.Faults = new BoxFaults { UnknownFields = true };

        var disks = Assert.IsType<TrueNasAnswer.Result>(await bench.CallAsync(TrueNasCall.Query("disk.query"))).Value.Items().ToList();

        Assert.All(disks, disk => Assert.NotNull(disk.Field("of_a_later_release")));
        Assert.Equal(bench.Nas.Drives.Max(drive => drive.SizeBytes), disks.Max(disk => disk.Whole("size")));
    }

    [Fact]
    public async Task One_call_too_many_may_be_made_later()
    {
        await using var bench = await SocketBench.StartAsync();
        await bench.ReadAsync("system.version");
        bench.Nas.Faults = new BoxFaults { TooManyCalls = true };

        var failure = await bench.FailureAsync();
        bench.Nas.Faults = BoxFaults.None;
        await bench.ReadAsync("system.version");

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.Equal(1, bench.Logins);
    }

    [Theory]
    [InlineData("""{"code":-32601,"message":"Method does not exist"}""", typeof(TrueNasAnswer.Missing))]
    [InlineData("""{"code":-32001,"message":"Method call error","data":{"error":201,"errname":"ENOMETHOD","reason":"gone"}}""", typeof(TrueNasAnswer.Missing))]
    [InlineData("""{"code":-32001,"message":"Method call error","data":{"error":1,"errname":"EPERM","reason":"no"}}""", typeof(TrueNasAnswer.Denied))]
    [InlineData("""{"code":-32001,"message":"Method call error","data":{"error":16,"errname":"EBUSY","reason":"Device or resource busy"}}""", typeof(TrueNasAnswer.Refused))]
    [InlineData("""{"code":-32001,"message":"Method call error"}""", typeof(TrueNasAnswer.Refused))]
    [InlineData("""{"code":-32001,"message":"Method call error","data":null}""", typeof(TrueNasAnswer.Refused))]
    [InlineData("""{"code":-32603,"message":"Internal error","data":{"error":22,"reason":"not serialisable"}}""", typeof(TrueNasAnswer.Refused))]
    [InlineData("""{"code":"odd"}""", typeof(TrueNasAnswer.Refused))]
    [InlineData("""[]""", typeof(TrueNasAnswer.Refused))]
    public async Task An_error_is_what_its_code_and_its_errno_say(string error, Type expected)
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = call => FailedAsync(call, error);
        await using var transport = nas.Connect(new WatchedClock());

        Assert.IsType(expected, await transport.CallAsync(TrueNasCall.Read("asked"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"code":-32600,"message":"'params' member must be of type array"}""", NasFault.UnexpectedAnswer)]
    [InlineData("""{"code":-32000,"message":"Maximum number of concurrent calls (20) has exceeded"}""", NasFault.Unreachable)]
    [InlineData("""{"code":-32001,"message":"Method call error","data":{"error":16,"errname":"EBUSY","reason":"[EBUSY] Rate Limit Exceeded"}}""", NasFault.Unreachable)]
    public async Task An_error_that_is_no_answer_is_a_failure(string error, NasFault expected)
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = call => FailedAsync(call, error);
        await using var transport = nas.Connect(new WatchedClock());

        var failure = await Assert.ThrowsAsync<NasException>(() => transport.CallAsync(TrueNasCall.Read("asked"), TestContext.Current.CancellationToken));

        Assert.Equal(expected, failure.Fault);
    }

    private static async Task<bool> FailedAsync(ScriptedCall call, string error)
    {
        if (call.Method != "asked")
        {
            return false;
        }

        await call.ErrorAsync(error);
        return true;
    }
}
