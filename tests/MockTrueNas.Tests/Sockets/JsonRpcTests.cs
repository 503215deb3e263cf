using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Tests.Sockets;

/// <summary>JSON-RPC, message by message: section 4.3.</summary>
public sealed class JsonRpcTests
{
    [Theory]
    [MemberData(nameof(Profiles.WithJsonRpc), MemberType = typeof(Profiles))]
    public async Task It_answers_with_a_result_of_the_same_id(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.JsonRpcAsync();

        Assert.Equal("""{"jsonrpc":"2.0","result":"pong","id":"a"}""", (await socket.AskAsync("""{"jsonrpc":"2.0","id":"a","method":"core.ping","params":[]}""")).ToJsonString());
        Assert.Equal("""{"jsonrpc":"2.0","result":"pong","id":null}""", (await socket.AskAsync("""{"jsonrpc":"2.0","id":null,"method":"core.ping"}""")).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Profiles.WithoutJsonRpc), MemberType = typeof(Profiles))]
    public async Task Before_25_04_there_is_none(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        await Assert.ThrowsAsync<WebSocketException>(() => box.ConnectAsync("api/current"));
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"no.such_method","params":[]}""", -32601, "Method does not exist")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"smart.test.results","params":[]}""", -32601, "Method does not exist")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"core.ping","params":{}}""", -32600, "'params' member must be of type array")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"params":[]}""", -32600, "Missing 'method' member")]
    [InlineData("""{"id":1,"method":"core.ping"}""", -32600, "Missing 'jsonrpc' member")]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"core.ping"}""", -32600, "'jsonrpc' member must be of type string and must be exactly '2.0'")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"core.ping"}]""", -32700, "Batch messages are not supported at this time")]
    [InlineData("\"text\"", -32700, "Invalid Message Format")]
    public async Task What_is_no_request_gets_its_code_and_nothing_else(string message, int code, string words)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();

        var error = (await socket.AskAsync(message))["error"]!;

        Assert.Equal((code, words, false), ((int)error["code"]!, (string?)error["message"], error.AsObject().ContainsKey("data")));
    }

    [Fact]
    public async Task Bad_JSON_has_an_answer_without_an_id()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();

        var answer = await socket.AskAsync("{");

        Assert.Equal((-32700, true), ((int)answer["error"]!["code"]!, answer["id"] is null));
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","method":"core.ping","params":[]}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"no.such_method","params":[]}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"core.ping","params":{}}""")]
    public async Task A_notification_gets_no_answer_not_even_an_error(string message)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();

        await socket.SendAsync(message);

        Assert.Equal("next", (string?)(await socket.AskAsync("""{"jsonrpc":"2.0","id":"next","method":"core.ping"}"""))["id"]);
    }

    [Theory]
    [InlineData(MockNasProfile.TrueNas2510, "error int, errname str, reason str, trace {class str, frames [], formatted str, repr str}, extra null")]
    [InlineData(MockNasProfile.TrueNas260, "error int, errname str, reason str, trace {class str, formatted str, repr str}, extra null")]
    public async Task A_call_that_is_refused_has_the_data_of_its_release(MockNasProfile profile, string data)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.JsonRpcAsync(user: "viewer", key: box.KeyOf("viewer"));

        var error = (await socket.CallAsync("pool.query"))["error"]!;

        Assert.Equal((-32001, "Method call error"), ((int)error["code"]!, (string?)error["message"]));
        Assert.Equal($"{{{data}}}", JsonShape.Of(error["data"]));
        Assert.Equal((13, "EACCES", "[EACCES] Not authorized"), ((int)error["data"]!["error"]!, (string?)error["data"]!["errname"], (string?)error["data"]!["reason"]));
    }

    [Fact]
    public async Task Wrong_parameters_are_named()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();

        var error = (await socket.CallAsync("disk.query", """[[],{"limit":10001}]"""))["error"]!;

        Assert.Equal((-32602, "Invalid params"), ((int)error["code"]!, (string?)error["message"]));
        Assert.Equal("""[["options.limit","Input should be less than or equal to 10000",22]]""", error["data"]!["extra"]!.ToJsonString());
    }

    [Fact]
    public async Task A_get_that_misses_is_an_error_of_EINVAL()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();

        var error = (await socket.CallAsync("disk.query", """[[["name","=","nobody"]],{"get":true}]"""))["error"]!;

        Assert.Equal((-32001, 22), ((int)error["code"]!, (int)error["data"]!["error"]!));
    }

    [Fact]
    public async Task Who_is_not_logged_in_is_told_so()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.ConnectAsync("api/current");

        var data = (await socket.CallAsync("disk.query"))["error"]!["data"]!;

        Assert.Equal((207, "ENOTAUTHENTICATED", "[ENOTAUTHENTICATED] Not authenticated"), ((int)data["error"]!, (string?)data["errname"], (string?)data["reason"]));
    }

    [Theory]
    [InlineData(8193, false, WebSocketCloseStatus.InvalidPayloadData)]
    [InlineData(65537, true, WebSocketCloseStatus.MessageTooBig)]
    public async Task A_message_that_is_too_long_closes_the_socket(int length, bool isLoggedIn, WebSocketCloseStatus status)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas260);
        var socket = isLoggedIn ? await box.JsonRpcAsync() : await box.ConnectAsync("api/current");

        await socket.SendAsync(new string(' ', length));

        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(status, socket.CloseStatus);
    }

    [Fact]
    public async Task The_twenty_first_call_at_a_time_is_refused()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        box.Nas.Faults = box.Nas.Faults with { SlowMs = 1000 };

        for (var call = 1; call <= 21; call++)
        {
            await socket.SendAsync($$"""{"jsonrpc":"2.0","id":{{100 + call}},"method":"core.ping","params":[]}""");
        }

        var refused = (await socket.ReceiveAsync())!;
        box.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal((121, -32000, "Maximum number of concurrent calls (20) has exceeded"), ((int)refused["id"]!, (int)refused["error"]!["code"]!, (string?)refused["error"]!["message"]));
        for (var call = 1; call <= 20; call++)
        {
            Assert.Equal("pong", (string?)(await socket.ReceiveAsync())!["result"]);
        }
    }

    [Fact]
    public async Task P11_A_job_answers_with_its_id_or_when_it_is_told_to_with_its_result()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();

        Assert.Equal(1, (int)(await socket.ResultAsync("pool.import_find"))!);
        Assert.Equal("""{"legacy_jobs":false,"private_methods":false,"py_exceptions":false}""", (await socket.ResultAsync("core.set_options", """[{"legacy_jobs":false}]"""))!.ToJsonString());

        var held = socket.ResultAsync("pool.import_find");
        Assert.Equal("oldpool", (string?)(await box.PassUntilAsync(held))![0]!["name"]);
    }

    [Fact]
    public async Task The_message_that_began_a_job_is_named_in_it()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        await socket.AskAsync("""{"jsonrpc":"2.0","id":"mine","method":"pool.import_find","params":[]}""");

        Assert.Equal("""["mine"]""", (await socket.ResultAsync("core.get_jobs"))![0]!["message_ids"]!.ToJsonString());
    }

    [Fact]
    public async Task A_subscription_has_an_id_and_tells_what_happens_until_it_ends()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        var subscription = (string)(await socket.ResultAsync("core.subscribe", """["core.get_jobs"]"""))!;
        var id = (int)(await socket.ResultAsync("pool.import_find"))!;

        var update = await socket.UntilAsync(message => (string?)message["method"] == "collection_update");
        Assert.Equal(("added", "core.get_jobs", id), ((string)update["params"]!["msg"]!, (string)update["params"]!["collection"]!, (int)update["params"]!["id"]!));
        Assert.Equal("pool.import_find", (string?)update["params"]!["fields"]!["method"]);

        Assert.Null(await socket.ResultAsync("core.unsubscribe", $"[\"{subscription}\"]"));
        box.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal("pong", (string?)await socket.ResultAsync("core.ping"));
    }

    [Fact]
    public async Task A_source_that_dries_up_says_so()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2504);
        var socket = await box.JsonRpcAsync();
        await socket.ResultAsync("core.subscribe", $"[\"smart.test.progress:{box.Free(DriveProtocol.Ata).Name}\"]");

        var update = await socket.UntilAsync(message => (string?)message["method"] == "collection_update");
        var end = await socket.UntilAsync(message => (string?)message["method"] == "notify_unsubscribed");

        Assert.Null(update["params"]!["fields"]!["progress"]);
        Assert.Equal("{collection str, error null}", JsonShape.Of(end["params"]));
    }

    [Fact]
    public async Task In_26_a_drive_that_is_plugged_is_heard_of()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas260);
        var socket = await box.JsonRpcAsync();
        var drive = box.Free(DriveProtocol.Sas);
        await socket.ResultAsync("core.subscribe", """["disk.query"]""");

        await box.DebugAsync("POST", $"/drives/{drive.Name}/remove");
        var removed = (await socket.UntilAsync(IsUpdate))["params"]!;
        await box.DebugAsync("POST", $"/drives/{drive.Name}/insert");
        var added = (await socket.UntilAsync(IsUpdate))["params"]!;

        Assert.Equal(("removed", drive.Identifier), ((string)removed["msg"]!, (string)removed["id"]!));
        Assert.Equal(("added", drive.Serial), ((string)added["msg"]!, (string)added["fields"]!["serial"]!));

        static bool IsUpdate(JsonNode message) => (string?)message["method"] == "collection_update";
    }
}
