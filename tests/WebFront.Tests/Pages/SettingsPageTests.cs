using System.Net;
using AngleSharp.Html.Parser;
using Burnin.Grains.Interfaces.Settings;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class SettingsPageTests(FrontFixture fixture) : IClassFixture<FrontFixture>, IDisposable
{
    private readonly FrontHost front = fixture.Front;

    public void Dispose()
    {
        front.World.Settings = FakeSettingsGrain.Usual;
        front.World.SettingsAnswer = null;
    }

    [Fact]
    public async Task A_page_shows_what_holds_with_units_locks_and_no_secret()
    {
        var page = await front.Http.PageAsync("/settings/fleet");

        Assert.Equal(("12", "auto"), (page.QuerySelector("#poll_seconds")!.GetAttribute("value"), page.QuerySelector("#engine option[selected]")!.GetAttribute("value")));
        Assert.True(page.QuerySelector("#alert")!.HasAttribute("checked"));
        Assert.True(page.QuerySelector("#host")!.HasAttribute("disabled"));
        Assert.Contains("fixed by SMTP_HOST", page.Text("#host-about"), StringComparison.Ordinal);
        Assert.Equal(("set", null), (page.QuerySelector("#password")!.GetAttribute("placeholder"), page.QuerySelector("#password")!.GetAttribute("value")));
        Assert.Equal("Fleet", page.Text(".settings__nav [aria-current]"));
        Assert.Equal("No such settings", (await front.Http.PageAsync("/settings/none", HttpStatusCode.NotFound)).Text(".empty h2"));
    }

    [Fact]
    public async Task A_form_is_saved_without_scripts_and_audited_once()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, page) = await PostAsync([("version", "0"), ("poll_seconds", "30"), ("passes", ""), ("engine", "fio"), ("password", ""), ("operator", "jo")]);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("Saved.", page.Text(".notice"), StringComparison.Ordinal);
            Assert.Equal("30", page.QuerySelector("#poll_seconds")!.GetAttribute("value"));
        });

        var wish = front.World.SettingsWishes.Last();
        Assert.Equal((0L, "jo"), (wish.ExpectedVersion!.Value, wish.By));
        Assert.Equal(["alert", "engine", "passes", "poll_seconds"], wish.Values.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("false", null), (wish.Values["alert"], wish.Values["passes"]));
        Assert.Equal(("settings_change", "jo", "done"), Assert.Single(rows) is var row ? (row.Action, row.Actor, row.Outcome) : default);
    }

    [Fact]
    public async Task A_secret_is_replaced_or_cleared_but_never_by_an_empty_field()
    {
        await PostAsync([("version", "0"), ("password", "hunter2")]);
        Assert.Equal("hunter2", front.World.SettingsWishes.Last().Values["password"]);

        var (_, page) = await PostAsync([("version", "1"), ("password", ""), ("password.clear", "on")]);
        Assert.Null(front.World.SettingsWishes.Last().Values["password"]);
        Assert.Equal("not set", page.QuerySelector("#password")!.GetAttribute("placeholder"));
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_with_what_was_typed()
    {
        front.World.SettingsAnswer = () => new ChangeSettingsResult.Invalid([new("poll_seconds", "1 to 3600 seconds.")]);

        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, page) = await PostAsync([("version", "0"), ("poll_seconds", "0"), ("engine", "fio"), ("password", "hunter2")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains("1 to 3600 seconds.", page.Text("#poll_seconds-about"), StringComparison.Ordinal);
            Assert.Equal(("0", "true"), (page.QuerySelector("#poll_seconds")!.GetAttribute("value"), page.QuerySelector("#poll_seconds")!.GetAttribute("aria-invalid")));
            Assert.Equal("fio", page.QuerySelector("#engine option[selected]")!.GetAttribute("value"));
            Assert.DoesNotContain("hunter2", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        });

        Assert.Equal("refused", Assert.Single(rows).Outcome);
    }

    [Fact]
    public async Task Who_comes_second_sees_what_holds_now_and_keeps_what_was_typed()
    {
        await PostAsync([("version", "0"), ("poll_seconds", "30"), ("operator", "ann")]);

        var (status, page) = await PostAsync([("version", "0"), ("poll_seconds", "60"), ("operator", "bob")]);

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains("ann has changed the settings", page.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal(("60", "1"), (page.QuerySelector("#poll_seconds")!.GetAttribute("value"), page.QuerySelector("input[name=version]")!.GetAttribute("value")));
        Assert.Contains("it is 30 now", page.Text("#poll_seconds-about"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    public async Task The_page_of_another_site_cannot_save(string header, string value, HttpStatusCode expected)
    {
        var before = front.World.SettingsWishes.Count;
        using var request = Request([("poll_seconds", "1")]);
        request.Headers.Add(header, value);
        using var response = await front.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((expected, before), (response.StatusCode, front.World.SettingsWishes.Count));
    }

    [Fact]
    public async Task What_is_no_form_or_too_large_is_refused_and_audited()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Post, "/settings/fleet", new { poll_seconds = 1 }), HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
            using var large = Request([("poll_seconds", new string('1', 300_000))]);
            using var response = await front.Http.SendAsync(large, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        });

        Assert.Equal(["refused", "refused"], rows.Select(row => row.Outcome));
    }

    private async Task<(HttpStatusCode Status, AngleSharp.Html.Dom.IHtmlDocument Page)> PostAsync((string Name, string Value)[] fields)
    {
        using var request = Request(fields);
        using var response = await front.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private static HttpRequestMessage Request((string Name, string Value)[] fields) => new(HttpMethod.Post, "/settings/fleet")
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    };
}
