using System.Net.WebSockets;
using Burnin.MockTrueNas.Faults;

namespace Burnin.MockTrueNas.Tests.Faults;

/// <summary>What a NAS, or the way to it, may do to a client: section 13, point 7.</summary>
public sealed class BoxFaultTests
{
    [Fact]
    public async Task A_socket_on_which_the_box_is_silent_for_a_minute_is_cut_without_a_word()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var silent = await box.JsonRpcAsync();

        box.Pass(TimeSpan.FromSeconds(59));
        Assert.Equal("pong", (string?)await silent.ResultAsync("core.ping"));
        box.Pass(TimeSpan.FromSeconds(59));
        Assert.Equal("pong", (string?)await silent.ResultAsync("core.ping"));
        box.Pass(TimeSpan.FromSeconds(60));

        Assert.Null(await silent.ReceiveAsync());
        Assert.Null(silent.CloseStatus);
    }

    [Fact]
    public async Task In_26_it_is_cut_after_an_hour_alone()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas260);
        var socket = await box.JsonRpcAsync();

        box.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal("pong", (string?)await socket.ResultAsync("core.ping"));
        box.Pass(TimeSpan.FromMinutes(60));

        Assert.Null(await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_connection_dies_in_the_middle_of_a_call_and_the_call_was_not_made()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        box.Nas.Faults = new BoxFaults { Drop = true };

        await socket.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"pool.import_find"}""");
        Assert.Null(await socket.ReceiveAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => box.RestAsync("GET", "/pool/import_find"));

        box.Nas.Faults = BoxFaults.None;
        Assert.Empty((await box.GetAsync("/core/get_jobs"))!.AsArray());
    }

    [Fact]
    public async Task A_connection_dies_after_a_call_that_was_made()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        box.Nas.Faults = new BoxFaults { DropAfterCall = true };

        await socket.SendAsync("""{"jsonrpc":"2.0","id":9,"method":"pool.import_find"}""");
        Assert.Null(await socket.ReceiveAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => box.RestAsync("GET", "/pool/import_find"));

        box.Nas.Faults = BoxFaults.None;
        Assert.Equal(2, (await box.GetAsync("/core/get_jobs"))!.AsArray().Count);
    }

    [Fact]
    public async Task An_answer_is_cut_in_two()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        box.Nas.Faults = new BoxFaults { CutBody = true };

        await Assert.ThrowsAsync<HttpRequestException>(() => box.RestAsync("GET", "/disk"));
        await socket.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"disk.query"}""");
        Assert.Null(await socket.ReceiveTextAsync());
    }

    [Fact]
    public async Task An_answer_is_slow_everywhere()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var socket = await box.DdpAsync();
        box.Nas.Faults = new BoxFaults { SlowMs = 20_000 };

        var rest = box.RestAsync("GET", "/boot/get_disks");
        var ddp = socket.DdpAsync("boot.get_disks");
        box.Pass(TimeSpan.FromSeconds(19));
        Assert.False(rest.IsCompleted || ddp.IsCompleted);

        Assert.Equal(200, (await box.PassUntilAsync(rest)).Status);
        Assert.NotNull((await box.PassUntilAsync(ddp))["result"]);
    }

    [Fact]
    public async Task Html_comes_where_JSON_was_expected()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        box.Nas.Faults = new BoxFaults { Html = true };

        var answer = await box.RestAsync("GET", "/disk");
        Assert.Equal((200, "text/html"), (answer.Status, answer.ContentType));
        Assert.Equal("text/html", (await box.WebAsync("api/versions")).ContentType);
        await socket.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"core.ping"}""");
        Assert.StartsWith("<!DOCTYPE", await socket.ReceiveTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_box_boots_the_web_server_answers_502_in_its_name()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        box.Nas.Faults = new BoxFaults { Status = 502 };

        Assert.Equal((502, "text/html"), await StatusAsync(box.RestAsync("GET", "/disk")));
        Assert.Equal((502, "text/html"), await StatusAsync(box.WebAsync("api/versions")));
        await Assert.ThrowsAsync<WebSocketException>(() => box.ConnectAsync("api/current"));

        static async Task<(int, string?)> StatusAsync(Task<BoxUnderTest.Answer> asked)
        {
            var answer = await asked;
            return (answer.Status, answer.ContentType);
        }
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_is_closed_with_1008()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        box.Nas.Faults = new BoxFaults { AddressNotAllowed = true };
        var socket = await box.ConnectAsync("api/current");

        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal((WebSocketCloseStatus.PolicyViolation, "You are not allowed to access this resource"), (socket.CloseStatus, socket.CloseReason));
    }

    [Fact]
    public async Task Roles_are_denied_to_everybody()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        box.Nas.Faults = new BoxFaults { DenyRoles = true };

        Assert.Equal("EACCES", (string?)(await socket.CallAsync("disk.query"))["error"]!["data"]!["errname"]);
        Assert.Equal(403, (await box.RestAsync("GET", "/disk")).Status);
        Assert.Equal("pong", (string?)await socket.ResultAsync("core.ping"));
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, 59)]
    [InlineData(MockNasProfile.Scale2410, 109)]
    public async Task Every_call_is_one_too_many(MockNasProfile profile, int errno)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.DdpAsync();
        box.Nas.Faults = new BoxFaults { TooManyCalls = true };

        var error = (await socket.DdpAsync("core.ping"))["error"]!;

        Assert.Equal((errno, "Maximum number of concurrent calls (20) has exceeded."), ((int)error["error"]!, (string?)error["reason"]));
    }

    [Fact]
    public async Task Methods_are_missing_or_crash()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2504);
        var socket = await box.JsonRpcAsync();
        box.Nas.Faults = new BoxFaults { MissingMethods = ["disk.details"], CrashingMethods = ["pool.query"] };

        Assert.Equal(-32601, (int)(await socket.CallAsync("disk.details"))["error"]!["code"]!);
        Assert.Equal("RuntimeError", (string?)(await socket.CallAsync("pool.query"))["error"]!["data"]!["trace"]!["class"]);
        Assert.Equal(404, (await box.RestAsync("POST", "/disk/details", "{}")).Status);
        Assert.Equal(500, (await box.RestAsync("GET", "/pool")).Status);
    }

    [Fact]
    public async Task Rows_lack_what_came_later_or_have_what_nobody_knows()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        box.Nas.Faults = new BoxFaults { OldSchema = true };
        var old = (await box.GetAsync("/disk?name=sdc"))![0]!.AsObject();
        box.Nas.Faults = new BoxFaults { UnknownFields = true };
        var strange = (await box.GetAsync("/disk?name=sdc"))![0]!.AsObject();

        Assert.False(old.ContainsKey("lunid") || old.ContainsKey("bus") || old.ContainsKey("enclosure"));
        Assert.Equal("{nested [int]}", JsonShape.Of(strange["of_a_later_release"]));
        Assert.Equal("16000900661248.0", strange["size"]!.ToJsonString());
    }

    [Fact]
    public async Task No_drive_tells_its_temperature()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core120);
        box.Nas.Faults = new BoxFaults { NoTemperatures = true };

        Assert.Equal("""{"ada1":null}""", (await box.PostAsync("/disk/temperatures", """{"names":["ada1"]}"""))!.ToJsonString());
    }

    [Fact]
    public async Task Faults_are_switched_by_a_route_that_no_fault_touches()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        await box.DebugAsync("POST", "/faults", """{"drop":true,"missing_methods":["disk.query"]}""");
        Assert.Equal((true, "disk.query"), (box.Nas.Faults.Drop, box.Nas.Faults.MissingMethods[0]));
        Assert.True((bool)(await box.DebugAsync("GET", "/state")).Json!["faults"]!["drop"]!);

        await box.DebugAsync("POST", "/faults", "{}");
        Assert.False(box.Nas.Faults.Drop);
    }

    [Theory]
    [InlineData("""{"slow_ms":-1}""")]
    [InlineData("""{"status":200}""")]
    [InlineData("""{"idle_seconds":0}""")]
    [InlineData("""{"no_such_fault":true}""")]
    [InlineData("{")]
    public async Task An_impossible_fault_is_refused(string body)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        Assert.Equal(422, (await box.DebugAsync("POST", "/faults", body)).Status);
    }

    [Fact]
    public async Task A_reboot_cuts_every_connection()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        var boot = (await box.WebAsync("api/boot_id")).Text;

        await box.DebugAsync("POST", "/reboot");

        Assert.Null(await socket.ReceiveAsync());
        Assert.NotEqual(boot, (await box.WebAsync("api/boot_id")).Text);
    }

    [Theory]
    [InlineData("expire", "EXPIRED")]
    [InlineData("revoke", "AUTH_ERR")]
    public async Task A_key_expires_or_is_revoked_and_comes_back(string lever, string word)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        await box.DebugAsync("POST", $"/keys/burnin/{lever}");
        var socket = await box.ConnectAsync("api/current");

        var answer = await box.PassUntilAsync(socket.ResultAsync("auth.login_ex", $$"""[{"mechanism":"API_KEY_PLAIN","username":"burnin","api_key":"{{box.Nas.ApiKey}}"}]"""));
        Assert.Equal(word, (string?)answer!["response_type"]);

        await box.DebugAsync("POST", "/keys/burnin/renew");
        Assert.Equal(200, (await box.RestAsync("GET", "/disk")).Status);
    }

    [Theory]
    [InlineData("POST", "/nothing")]
    [InlineData("POST", "/drives/nobody/remove")]
    [InlineData("POST", "/drives/sda/explode")]
    [InlineData("POST", "/keys/nobody/expire")]
    [InlineData("GET", "/reset")]
    public async Task There_is_no_lever_that_nobody_made(string verb, string path)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        Assert.Equal(404, (await box.DebugAsync(verb, path)).Status);
    }

    [Fact]
    public async Task The_state_shows_everything_and_a_reset_makes_it_new()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        await box.DebugAsync("POST", "/drives/sdc/start-test", """{"type":"LONG"}""");
        await box.DebugAsync("POST", "/drives/sdd/health", """{"healthy":false}""");

        var state = (await box.DebugAsync("GET", "/state")).Json!;
        Assert.Equal(["name", "profile", "speed_up", "now", "booted_at", "boots", "faults", "violations", "drives", "pools", "jobs", "keys"], JsonShape.Fields(state));
        Assert.True((bool)state["drives"]!.AsArray().Single(drive => (string?)drive!["name"] == "sdc")!["testing"]!);

        var fresh = (await box.DebugAsync("POST", "/reset")).Json!;
        Assert.DoesNotContain(fresh["drives"]!.AsArray(), drive => (bool)drive!["testing"]! || !(bool)drive["healthy"]!);
    }
}
