using System.Net.Http.Headers;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas.Tests.Violations;

/// <summary>What a client must never do is written down, and fails the test that did it.</summary>
public sealed class ViolationTests
{
    [Fact]
    public async Task A_box_that_was_violated_throws_when_it_is_disposed_of()
    {
        var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        await box.RestAsync("POST", "/smart/test", """{"disks":[],"type":"SHORT"}""");

        var thrown = await Assert.ThrowsAsync<MockNasViolatedException>(async () => await box.DisposeAsync());

        Assert.Equal(ViolationKind.TestScheduled, Assert.Single(thrown.Violations).Kind);
        Assert.Contains("TestScheduled: smart.test.create", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_whose_violations_were_taken_does_not()
    {
        var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        await box.RestAsync("POST", "/smart/test", """{"disks":[],"type":"SHORT"}""");

        Assert.Equal("TEST_SCHEDULED", (string?)(await box.DebugAsync("GET", "/violations")).Json![0]!["kind"]);
        Assert.Single((await box.DebugAsync("POST", "/violations/take")).Json!.AsArray());

        Assert.Empty(box.Nas.Violations);
        await box.DisposeAsync();
    }

    [Fact]
    public async Task One_that_is_for_looking_at_tolerates_them()
    {
        var box = await BoxUnderTest.StartAsync(new MockNasOptions { Profile = MockNasProfile.Scale2410, ThrowsOnViolation = false });
        await box.RestAsync("POST", "/smart/test", """{"disks":[],"type":"SHORT"}""");

        await box.DisposeAsync();

        Assert.Single(box.Nas.Violations);
    }

    [Theory]
    [InlineData(DriveCase.Boot, 1)]
    [InlineData(DriveCase.PoolSpare, 1)]
    [InlineData(DriveCase.Exported, 1)]
    [InlineData(DriveCase.FormerMember, 1)]
    [InlineData(DriveCase.Swap, 1)]
    [InlineData(DriveCase.Foreign, 1)]
    [InlineData(DriveCase.Free, 0)]
    [InlineData(DriveCase.Aged, 0)]
    public async Task To_wipe_what_may_be_in_use_is_one(DriveCase of, int violations)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);

        await box.RestAsync("POST", "/disk/wipe", $$"""{"dev":"{{box.Of(of).Name}}","mode":"FULL"}""");

        Assert.Equal(violations, box.Nas.TakeViolations().Count(violation => violation.Kind is ViolationKind.UsedDiskWiped));
    }

    [Theory]
    [InlineData(MockNasProfile.Core120)]
    [InlineData(MockNasProfile.Scale2404)]
    [InlineData(MockNasProfile.TrueNas2510)]
    public async Task A_key_that_comes_over_plain_HTTP_is_one_also_where_it_works(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        using var client = BoxUnderTest.Client(box.Nas, box.Nas.BaseUrl);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", box.Nas.ApiKey);

        using var answer = await client.GetAsync("api/v2.0/disk", TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(ViolationKind.KeyInTheClear, Assert.Single(box.Nas.TakeViolations()).Kind);
    }

    [Fact]
    public async Task Where_loopback_is_trusted_it_is_none_and_no_key_dies()
    {
        await using var box = await BoxUnderTest.StartAsync(new MockNasOptions { Profile = MockNasProfile.TrueNas2510, TrustsLoopback = true });
        var plain = await box.ConnectAsync("api/current", isPlain: true);

        var answer = await plain.ResultAsync("auth.login_ex", $$"""[{"mechanism":"API_KEY_PLAIN","username":"burnin","api_key":"{{box.Nas.ApiKey}}"}]""");

        Assert.Equal("SUCCESS", (string?)answer!["response_type"]);
        Assert.Empty(box.Nas.Violations);
    }

    [Fact]
    public async Task O6_To_poll_what_touches_every_disk_is_one_and_to_look_now_and_then_is_none()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        for (var minute = 0; minute < 20; minute++)
        {
            await box.PostAsync("/disk/details", "{}");
            box.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(box.Nas.Violations);

        for (var poll = 0; poll < 20; poll++)
        {
            await box.PostAsync("/disk/details", "{}");
            box.Pass(TimeSpan.FromSeconds(12));
        }

        Assert.Equal(ViolationKind.ScanPolled, Assert.Single(box.Nas.TakeViolations()).Kind);
    }

    [Fact]
    public async Task To_offer_a_refused_key_again_and_again_is_one()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2404);

        for (var attempt = 1; attempt <= 8; attempt++)
        {
            Assert.Equal(attempt > 6 ? 1 : 0, box.Nas.Violations.Count);
            await box.RestAsAsync(new AuthenticationHeaderValue("Bearer", "1-wrong"), "GET", "/disk");
        }

        Assert.Equal(ViolationKind.RefusedKeyRepeated, Assert.Single(box.Nas.TakeViolations()).Kind);
    }

    [Fact]
    public async Task To_reboot_the_box_is_one()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();

        await socket.SendAsync("""{"jsonrpc":"2.0","id":5,"method":"system.reboot"}""");

        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(ViolationKind.BoxChanged, Assert.Single(box.Nas.TakeViolations()).Kind);
    }

    [Fact]
    public async Task What_was_called_is_counted_and_no_secret_is_kept()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var socket = await box.JsonRpcAsync();
        await socket.ResultAsync("disk.query", """[[["name","=","sda"]]]""");
        await box.GetAsync("/disk");

        Assert.Equal((2, 1), (box.Nas.CallCounts["disk.query"], box.Nas.CallCounts["auth.login_ex"]));
        Assert.Equal(["jsonrpc", "jsonrpc", "rest"], box.Nas.RecentCalls.Select(call => call.Transport));
        Assert.DoesNotContain(box.Nas.ApiKey, (await box.DebugAsync("GET", "/calls")).Text, StringComparison.Ordinal);
        Assert.Equal("""[[["name","=","sda"]]]""", box.Nas.RecentCalls[1].Arguments);
    }
}
