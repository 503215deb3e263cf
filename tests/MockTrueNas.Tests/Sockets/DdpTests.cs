using System.Net.WebSockets;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Tests.Sockets;

/// <summary>The older socket, message by message: section 4.2.</summary>
public sealed class DdpTests
{
    [Theory]
    [MemberData(nameof(Profiles.All), MemberType = typeof(Profiles))]
    public async Task It_shakes_hands_logs_in_and_answers_in_every_release(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.ConnectAsync("websocket");

        Assert.Equal("{msg str, session str}", JsonShape.Of(await socket.AskAsync("""{"msg":"connect","version":"1","support":["1"]}""")));
        Assert.Equal("""{"id":"1","msg":"result","result":true}""", (await socket.DdpAsync("auth.login_with_api_key", $"[\"{box.Nas.ApiKey}\"]")).ToJsonString());
        Assert.Equal("""{"id":"2","msg":"result","result":"pong"}""", (await socket.DdpAsync("core.ping")).ToJsonString());
    }

    [Theory]
    [InlineData("""{"msg":"connect","version":"2"}""")]
    [InlineData("""{"id":"1","msg":"method","method":"core.ping","params":[]}""")]
    public async Task Without_the_handshake_nothing_goes(string message)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var socket = await box.ConnectAsync("websocket");

        Assert.Equal("""{"msg":"failed","version":"1"}""", (await socket.AskAsync(message)).ToJsonString());
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_id()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var socket = await box.DdpAsync();

        Assert.Equal("""{"msg":"pong","id":"7"}""", (await socket.AskAsync("""{"id":"7","msg":"ping"}""")).ToJsonString());
        Assert.Equal("""{"msg":"pong"}""", (await socket.AskAsync("""{"msg":"ping"}""")).ToJsonString());
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, """{"error":13,"type":null,"reason":"Not authenticated","trace":null,"extra":null}""")]
    [InlineData(MockNasProfile.Scale2212, """{"error":207,"errname":"ENOTAUTHENTICATED","type":null,"reason":"Not authenticated","trace":null,"extra":null}""")]
    [InlineData(MockNasProfile.Scale2410, """{"error":207,"errname":"ENOTAUTHENTICATED","type":null,"reason":"Not authenticated","trace":null,"extra":null}""")]
    public async Task Who_is_not_logged_in_is_told_so_in_the_shape_of_the_release(MockNasProfile profile, string error)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.ConnectAsync("websocket");
        await socket.AskAsync("""{"msg":"connect","version":"1","support":["1"]}""");

        Assert.Equal(error, (await socket.DdpAsync("disk.query"))["error"]!.ToJsonString());
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, "error int, type str, reason str, trace {class str, frames [], formatted str, repr str}, extra [[str]]", 35)]
    [InlineData(MockNasProfile.Scale2410, "error int, errname str, type str, reason str, trace {class str, frames [], formatted str, repr str}, extra [[str]]", 11)]
    public async Task A_wrong_attribute_is_an_error_of_validation(MockNasProfile profile, string fields, int errno)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.DdpAsync();

        var error = (await socket.DdpAsync("smart.test.manual_test", """[[{"identifier":"nobody","type":"SHORT"}]]"""))["error"]!;

        Assert.Equal($"{{{fields}}}", JsonShape.Of(error));
        Assert.Equal(("VALIDATION", errno), ((string?)error["type"], (int)error["error"]!));
        Assert.Equal("""[["disks.0.identifier","nobody is not valid. Please provide a valid disk identifier.",22]]""", error["extra"]!.ToJsonString());
    }

    [Fact]
    public async Task A_method_that_is_not_there_is_ENOMETHOD()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2404);
        var socket = await box.DdpAsync();

        var error = (await socket.DdpAsync("disk.details", "[{}]"))["error"]!;

        Assert.Equal((201, "ENOMETHOD"), ((int)error["error"]!, (string?)error["errname"]));
    }

    [Fact]
    public async Task A_wrong_key_is_false_after_a_while()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var socket = await box.ConnectAsync("websocket");
        await socket.AskAsync("""{"msg":"connect","version":"1","support":["1"]}""");

        var answer = socket.DdpAsync("auth.login_with_api_key", """["1-wrong"]""");

        Assert.False((bool)(await box.PassUntilAsync(answer))["result"]!);
    }

    [Fact]
    public async Task A_job_is_heard_of_when_it_comes_and_at_each_change()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var socket = await box.DdpAsync();

        Assert.Equal("""{"msg":"ready","subs":["a"]}""", (await socket.AskAsync("""{"id":"a","msg":"sub","name":"core.get_jobs"}""")).ToJsonString());
        var id = (int)(await box.PostAsync("/smart/test/manual_test", Wish(box)))![0]!["job"]!;
        var added = (await socket.ReceiveAsync())!;
        box.Pass(TimeSpan.FromSeconds(30));
        var changed = (await socket.ReceiveAsync())!;

        Assert.Equal(("added", "core.get_jobs", id, "WAITING"), ((string)added["msg"]!, (string)added["collection"]!, (int)added["id"]!, (string)added["fields"]!["state"]!));
        Assert.Equal(("changed", id, "RUNNING"), ((string)changed["msg"]!, (int)changed["id"]!, (string)changed["fields"]!["state"]!));
    }

    [Fact]
    public async Task After_unsub_nothing_is_heard()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var socket = await box.DdpAsync();
        await socket.AskAsync("""{"id":"a","msg":"sub","name":"core.get_jobs"}""");
        await socket.SendAsync("""{"id":"a","msg":"unsub"}""");
        await socket.DdpAsync("core.ping");

        await box.PostAsync("/smart/test/manual_test", Wish(box));
        box.Pass(TimeSpan.FromSeconds(5));

        Assert.Equal("pong", (string?)(await socket.AskAsync("""{"msg":"ping"}"""))["msg"]);
    }

    [Fact]
    public async Task Who_may_not_hear_is_told_nosub()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var socket = await box.ConnectAsync("websocket");
        await socket.AskAsync("""{"msg":"connect","version":"1","support":["1"]}""");

        var answer = await socket.AskAsync("""{"id":"a","msg":"sub","name":"core.get_jobs"}""");

        Assert.Equal(("nosub", "a", 13), ((string?)answer["msg"], (string?)answer["id"], (int)answer["error"]!["error"]!));
    }

    [Fact]
    public async Task Before_a_login_a_long_message_closes_the_socket()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        var socket = await box.ConnectAsync("websocket");

        await socket.SendAsync($$"""{"msg":"connect","version":"1","support":["{{new string('x', 8192)}}"]}""");

        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal((WebSocketCloseStatus.InvalidPayloadData, "Anonymous connection max message length is 8 kB"), (socket.CloseStatus, socket.CloseReason));
    }

    [Fact]
    public async Task The_progress_of_a_test_is_told_until_it_is_null()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Free(DriveProtocol.Ata, "ST16000");
        var socket = await box.DdpAsync();
        await box.PostAsync("/smart/test/manual_test", Wish(box));

        await socket.AskAsync($$"""{"id":"p","msg":"sub","name":"smart.test.progress:{{drive.Name}}"}""");
        var first = (await socket.ReceiveAsync())!;
        box.Pass(TimeSpan.FromSeconds(31));
        var second = (await socket.ReceiveAsync())!;
        box.Nas.CompleteTests();
        box.Pass(TimeSpan.FromSeconds(11));
        var last = (await socket.ReceiveAsync())!;

        Assert.Equal($$$"""{"msg":"added","collection":"smart.test.progress:{{{drive.Name}}}","fields":{"progress":10}}""", first.ToJsonString());
        Assert.Equal(60, (int)second["fields"]!["progress"]!);
        Assert.Null(last["fields"]!["progress"]);
        Assert.Equal("""{"msg":"nosub","id":"p"}""", (await socket.ReceiveAsync())!.ToJsonString());
    }

    private static string Wish(BoxUnderTest box) => $$"""[{"identifier":"{{box.Free(DriveProtocol.Ata, "ST16000").Identifier}}","type":"SHORT"}]""";
}
