using System.Net;
using System.Text.Json;
using Burnin.Grains.Interfaces.Settings;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class SettingsRoutesTests(FrontFixture fixture) : IClassFixture<FrontFixture>, IDisposable
{
    private const string Path = "/api/v1/settings";

    private readonly FrontHost front = fixture.Front;

    public void Dispose()
    {
        front.World.Settings = FakeSettingsGrain.Usual;
        front.World.SettingsAnswer = null;
    }

    [Fact]
    public async Task Values_are_numbers_truths_and_texts_and_no_secret_comes_out()
    {
        var (status, body) = await front.Http.ReadAsync(Path);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(12, Of(body, "poll_seconds").GetProperty("value").GetInt32());
        Assert.True(Of(body, "alert").GetProperty("value").GetBoolean());
        Assert.Equal(JsonValueKind.Null, Of(body, "passes").GetProperty("value").ValueKind);
        Assert.Equal("SMTP_HOST", Of(body, "host").Text("locked_by"));
        Assert.Equal((JsonValueKind.Null, true), (Of(body, "password").GetProperty("value").ValueKind, Of(body, "password").GetProperty("set").GetBoolean()));
    }

    [Fact]
    public async Task A_change_is_one_audit_row_that_says_what_and_by_whom_and_holds_no_secret()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, body) = await front.Http.SendAsync(
                HttpMethod.Post, Path, new { poll_seconds = 30, alert = false, passes = (int?)null, password = "hunter2", @operator = "jo" });
            Assert.Equal((HttpStatusCode.OK, 1), (status, body.GetProperty("version").GetInt32()));
            Assert.DoesNotContain("hunter2", body.GetRawText(), StringComparison.Ordinal);
        });

        var row = Assert.Single(rows);
        Assert.Equal(("settings_change", "jo", "done", "alert changed; passes changed; password changed; poll_seconds changed"), (row.Action, row.Actor, row.Outcome, row.Detail));
        var wish = front.World.SettingsWishes.Last();
        Assert.Equal(("30", "false", null, "hunter2"), (wish.Values["poll_seconds"], wish.Values["alert"], wish.Values["passes"], wish.Values["password"]));
        Assert.DoesNotContain("hunter2", wish.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"0\"", HttpStatusCode.OK)]
    [InlineData("W/\"0\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"7\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"x\"", HttpStatusCode.PreconditionFailed)]
    public async Task Who_sends_the_version_back_overwrites_nobody(string tag, HttpStatusCode expected)
    {
        using var read = await front.Http.GetAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal("\"0\"", read.Headers.ETag?.Tag);

        Assert.Equal(expected, (await front.Http.SendAsync(HttpMethod.Post, Path, new { poll_seconds = 5 }, null, ("If-Match", tag))).Status);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field_and_audited_as_refused()
    {
        front.World.SettingsAnswer = () => new ChangeSettingsResult.Invalid([new("poll_seconds", "1 to 3600 seconds."), new("passes", "1 to 4.")]);

        var rows = await Trail.OfAsync(front, async () =>
        {
            var answer = await front.Http.SendAsync(HttpMethod.Post, Path, new { poll_seconds = 0, passes = 9 });
            Answer.IsProblem(answer, HttpStatusCode.UnprocessableEntity, "invalid");
            Assert.Equal("1 to 3600 seconds.", answer.Body.GetProperty("errors").Text("poll_seconds"));
            Assert.Equal("1 to 4.", answer.Body.GetProperty("errors").Text("passes"));
        });

        Assert.Equal("refused", Assert.Single(rows).Outcome);
    }

    private static JsonElement Of(JsonElement body, string name) => body.GetProperty("sections").EnumerateArray()
        .SelectMany(section => section.GetProperty("settings").EnumerateArray()).Single(setting => setting.Text("name") == name);
}
