using System.Net;
using AngleSharp.Html.Parser;
using Burnin.Grains.Interfaces.Messages;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

/// <summary>The test button of a page of settings, without scripts and for programs.</summary>
public sealed class ChannelPageTests(FrontFixture fixture) : IClassFixture<FrontFixture>, IDisposable
{
    private readonly FrontHost front = fixture.Front;

    public void Dispose()
    {
        front.World.Mail = FakeNotifierGrain.Usual;
        front.World.MailTest = FakeNotifierGrain.Works;
    }

    [Fact]
    public async Task The_button_tries_what_was_typed_keeps_it_and_shows_each_step()
    {
        front.World.MailTest = new ChannelTestResult.Tried(false, [new("connect", "other.example:587", true), new("sign in", "wrong <password>", false)]);

        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, page) = await PostAsync([("version", "0"), ("smtp_host", "other.example"), ("smtp_password", "hunter2"), ("operator", "jo")]);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal("other.example", page.QuerySelector("#smtp_host")!.GetAttribute("value"));
            Assert.Equal(["connect other.example:587", "sign in wrong <password>"], page.QuerySelectorAll("#tested li").Select(step => step.TextContent.Trim()));
            Assert.DoesNotContain("hunter2", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        });

        var (values, sends) = front.World.MailTests.Last();
        Assert.Equal(("other.example", "hunter2", true), (values["smtp_host"], values["smtp_password"], sends));
        Assert.Equal(("settings_test", "jo", "mail: sign in: wrong <password>"), Assert.Single(rows) is var row ? (row.Action, row.Actor, row.Detail) : default);
    }

    [Fact]
    public async Task What_could_not_be_saved_is_not_tried()
    {
        front.World.MailTest = new ChannelTestResult.Invalid([new("smtp_host", "Not a name.")]);

        var (status, page) = await PostAsync([("version", "0"), ("smtp_host", "a b")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Not a name.", page.Text("#tested"), StringComparison.Ordinal);
        Assert.Contains("Not a name.", page.Text("#smtp_host-about"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_tries_without_sending_unless_it_says_so()
    {
        var (status, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/settings/test-smtp", new { smtp_host = "mail.example" });
        Assert.Equal((HttpStatusCode.OK, true, 2), (status, body.GetProperty("works").GetBoolean(), body.GetProperty("steps").GetArrayLength()));
        Assert.False(front.World.MailTests.Last().Sends);

        await front.Http.SendAsync(HttpMethod.Post, "/api/v1/settings/test-smtp", new { smtp_host = "mail.example", send = true });
        Assert.True(front.World.MailTests.Last().Sends);
        Assert.Equal(["smtp_host"], front.World.MailTests.Last().Values.Keys);
    }

    [Fact]
    public async Task What_waits_and_why_is_shown_and_told_to_programs()
    {
        front.World.Mail = FakeNotifierGrain.Usual with { Waiting = 2, Trouble = "connect: nothing listens there", NextTryAt = Showroom.Now };

        var page = await front.Http.PageAsync("/settings/mail");
        Assert.Contains("2 messages wait.", page.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains("connect: nothing listens there", page.Text(".notice"), StringComparison.Ordinal);

        var channel = (await front.Http.ReadAsync("/api/v1/messages")).Body.GetProperty("channels")[0];
        Assert.Equal(("mail", 2, "connect: nothing listens there"), (channel.Text("name"), channel.GetProperty("waiting").GetInt32(), channel.Text("trouble")));
    }

    [Fact]
    public async Task A_page_without_a_channel_has_nothing_to_try()
    {
        Assert.Null((await front.Http.PageAsync("/settings/fleet")).QuerySelector("#test"));

        using var request = Request("/settings/fleet/test", []);
        using var response = await front.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<(HttpStatusCode Status, AngleSharp.Html.Dom.IHtmlDocument Page)> PostAsync((string Name, string Value)[] fields)
    {
        using var request = Request("/settings/mail/test", fields);
        using var response = await front.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private static HttpRequestMessage Request(string path, (string Name, string Value)[] fields) => new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    };
}
