using System.Net;
using Burnin.WebFront.Tests.Host;
using Microsoft.AspNetCore.SignalR.Client;

namespace Burnin.WebFront.Tests.Access;

public sealed class SignInTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_not_signed_in_sees_the_door_and_nothing_behind_it()
    {
        await using var gate = await Gate.OpenAsync();
        var browser = gate.Browser();

        Assert.Equal("/sign-in?back=%2Fhistory%3Fq%3DWD", await RedirectOfAsync(browser, "/history?q=WD"));
        Answer.IsProblem(await browser.ReadAsync("/api/v1/drives"), HttpStatusCode.Unauthorized, "sign_in");
        Answer.IsProblem(await browser.ReadAsync("/openapi/v1.json"), HttpStatusCode.Unauthorized, "sign_in");
        Answer.IsProblem(await browser.SendAsync(HttpMethod.Post, "/api/v1/burnin/cancel-all", new { }), HttpStatusCode.Unauthorized, "sign_in");
        await Assert.ThrowsAsync<HttpRequestException>(() => gate.Front.Hub().StartAsync(Token));
        foreach (var open in new[] { "/health/live", "/health/ready", "/css/base.css", "/sign-in" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(open, Token)).StatusCode);
        }
    }

    [Fact]
    public async Task A_browser_signs_in_by_the_form_and_comes_back_to_where_it_wanted()
    {
        await using var gate = await Gate.OpenAsync();
        var browser = gate.Browser();

        using var answer = await SignInAsync(browser, "operator-kim", Gate.Password, back: "/history");

        Assert.Equal(("/history", HttpStatusCode.Redirect), (answer.Headers.Location!.OriginalString, answer.StatusCode));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var page = await browser.PageAsync("/history");
        Assert.Equal("operator-kim operator", page.Text(".caller__who"));
        Assert.Equal(("operator-kim", "operator"), ((await WhoAsync(browser)).Name, (await WhoAsync(browser)).Role));

        using var signedOut = await browser.PostAsync("/sign-out", Form(), Token);
        Assert.Equal("/sign-in", signedOut.Headers.Location!.OriginalString);
        Assert.Equal("/sign-in?back=%2F", await RedirectOfAsync(browser, "/"));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_sent_to_another_site(string back)
    {
        await using var gate = await Gate.OpenAsync();

        using var answer = await SignInAsync(gate.Browser(), "viewer-kim", Gate.Password, back);

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_refused_in_the_same_words_and_recorded()
    {
        await using var gate = await Gate.OpenAsync();
        var browser = gate.Browser();
        (HttpStatusCode, System.Text.Json.JsonElement) wrong = default, unknown = default;

        var rows = await Trail.OfAsync(gate.Front, async () =>
        {
            wrong = await browser.SendAsync(HttpMethod.Post, "/api/v1/session", new { username = "admin-kim", password = "not this one" });
            unknown = await browser.SendAsync(HttpMethod.Post, "/api/v1/session", new { username = "nobody", password = "not this one" });
        });

        Answer.IsProblem(wrong, HttpStatusCode.Unauthorized, "wrong_password");
        Assert.Equal(wrong.Item2.Text("detail"), unknown.Item2.Text("detail"));
        Assert.Equal(["admin-kim", "nobody"], rows.Select(row => row.Actor).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(("sign_in", "refused"), (row.Action, row.Outcome)));
        Assert.DoesNotContain(rows, row => row.Detail.Contains("not this one", StringComparison.Ordinal));
        Answer.IsProblem(
            await browser.SendAsync(HttpMethod.Post, "/api/v1/session", new { username = "locked", password = "any" }), HttpStatusCode.TooManyRequests, "locked");
        using var form = await SignInAsync(browser, "admin-kim", "not this one");
        Assert.Equal(HttpStatusCode.Unauthorized, form.StatusCode);
        Assert.Contains("Name or password is wrong.", await form.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_is_slowed_down_for_each_address()
    {
        await using var gate = await Gate.OpenAsync();
        var browser = gate.Browser();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await browser.SendAsync(HttpMethod.Post, "/api/v1/session", new { username = $"name-{attempt}", password = "a guess" });
        }

        Answer.IsProblem(
            await browser.SendAsync(HttpMethod.Post, "/api/v1/session", new { username = "admin-kim", password = Gate.Password }),
            HttpStatusCode.TooManyRequests,
            "too_many_attempts");
    }

    [Fact]
    public async Task A_new_password_ends_every_session_but_the_one_that_set_it()
    {
        await using var gate = await Gate.OpenAsync();
        var here = await gate.BrowserOfAsync("operator");
        var elsewhere = await gate.BrowserOfAsync("operator");

        Answer.IsProblem(
            await here.SendAsync(HttpMethod.Post, "/api/v1/session/password", new { old_password = "not this one", new_password = "another good one" }),
            HttpStatusCode.UnprocessableEntity,
            "invalid");
        var (status, _) = await here.SendAsync(
            HttpMethod.Post, "/api/v1/session/password", new { old_password = Gate.Password, new_password = "another good one" });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("operator-kim", (await WhoAsync(here)).Name);
        Answer.IsProblem(await elsewhere.ReadAsync("/api/v1/session"), HttpStatusCode.Unauthorized, "sign_in");
    }

    [Fact]
    public async Task A_removed_user_is_out_at_his_next_request()
    {
        await using var gate = await Gate.OpenAsync();
        var (admin, viewer) = (await gate.BrowserOfAsync("admin"), await gate.BrowserOfAsync("viewer"));
        Assert.Equal(HttpStatusCode.OK, (await viewer.ReadAsync("/api/v1/drives")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(HttpMethod.Delete, "/api/v1/admin/users/viewer-kim", new { })).Status);

        Answer.IsProblem(await viewer.ReadAsync("/api/v1/drives"), HttpStatusCode.Unauthorized, "sign_in");
    }

    [Fact]
    public async Task The_first_admin_is_made_with_the_code_and_is_signed_in_at_once()
    {
        await using var gate = await Gate.OpenAsync(hasUsers: false);
        var browser = gate.Browser();
        Assert.Equal("/set-up?back=%2F", await RedirectOfAsync(browser, "/"));

        using var wrong = await browser.PostAsync("/set-up", Form(("username", "marta"), ("password", Gate.Password), ("code", "guess")), Token);
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        using var right = await browser.PostAsync("/set-up", Form(("username", "marta"), ("password", Gate.Password), ("code", "code")), Token);

        Assert.Equal("/", right.Headers.Location!.OriginalString);
        Assert.Equal(("marta", "admin"), await WhoAsync(browser));
        Assert.Equal("/", await RedirectOfAsync(browser, "/set-up"));
    }

    [Fact]
    public async Task A_form_from_another_site_signs_nobody_in()
    {
        await using var gate = await Gate.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        request.Content = Form(("username", "admin-kim"), ("password", Gate.Password));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await gate.Browser().SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static async Task<string> RedirectOfAsync(HttpClient browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await browser.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Uri(browser.BaseAddress!, answer.Headers.Location!).PathAndQuery;
    }

    private static async Task<(string? Name, string? Role)> WhoAsync(HttpClient browser)
    {
        var (status, who) = await browser.ReadAsync("/api/v1/session");
        Assert.Equal(HttpStatusCode.OK, status);
        return (who.Text("name"), who.Text("role"));
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string password, string back = "/") =>
        browser.PostAsync("/sign-in", Form(("username", name), ("password", password), ("back", back)), Token);

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
