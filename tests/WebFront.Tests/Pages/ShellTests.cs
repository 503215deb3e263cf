using System.Net;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class ShellTests(ArchiveFixture fixture)
{
    private readonly FrontHost front = fixture.Front;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Pages => new()
    {
        { "/", "Drives" }, { $"/drives/{Archive.KnownJobs.Serial}", "Drives" }, { "/drives/ZL2B81F4", "Drives" }, { "/history", "History" }, { "/history/compare", "History" }, { $"/history/{Archive.KnownJobs.Failed}", "History" },
        { "/nas", "NAS" }, { "/stats", "Stats" }, { "/audit", "Audit" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_has_one_heading_a_skip_link_and_its_place_in_the_navigation(string path, string section)
    {
        var page = await front.Http.PageAsync(path);

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector($"{page.Link("a.skip")}"));
        Assert.Equal(section, page.Text(".nav [aria-current=page]"));
        Assert.Equal(["Drives", "NAS", "History", "Stats", "Audit", "Settings"], page.Texts(".nav a"));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_choice_of_looks_is_in_the_first_byte_and_what_nobody_offers_is_left_out()
    {
        var usual = await front.Http.PageAsync("/stats");
        var chosen = await front.Http.PageAsync("/stats", cookie: "burnin.look=" + Uri.EscapeDataString("theme=dark&density=comfortable&sizes=binary&heat=\"><script>&zone=utc&x=y"));

        Assert.Equal("system compact decimal c browser", Looks(usual));
        Assert.Equal("dark comfortable binary c utc", Looks(chosen));
        Assert.Equal("dark", chosen.QuerySelector("#look input[name=theme][checked]")!.GetAttribute("value"));

        static string Looks(AngleSharp.Html.Dom.IHtmlDocument page) =>
            string.Join(' ', ((string[])["theme", "density", "sizes", "heat", "zone"]).Select(name => page.DocumentElement.GetAttribute($"data-{name}")));
    }

    [Fact]
    public async Task Sizes_and_heat_are_written_in_the_units_that_were_chosen()
    {
        var page = await front.Http.PageAsync("/", cookie: "burnin.look=" + Uri.EscapeDataString("sizes=binary&heat=f"));

        Assert.Contains("14.6TiB", page.Texts("td.c-size"));
        Assert.Contains(page.Texts("td.c-temp"), text => text.StartsWith("109°Fahrenheit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/history?state=failed", "/history?state=failed")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("", "/")]
    public async Task Without_scripts_a_form_sets_the_looks_and_comes_back_to_our_own_page(string back, string expected)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(handler) { BaseAddress = front.Address };
        using var form = new FormUrlEncodedContent([new("theme", "dark"), new("heat", "<x>"), new("back", back)]);

        using var answer = await http.PostAsync("/look", form, Stop);

        Assert.Equal((HttpStatusCode.Found, expected), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var cookie = Uri.UnescapeDataString(Assert.Single(answer.Headers.GetValues("Set-Cookie")));
        Assert.Contains("burnin.look=theme=dark&", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("<x>", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_change_the_looks() => Answer.IsProblem(
        await front.Http.SendAsync(HttpMethod.Post, "/look", headers: ("Origin", "http://evil.example")), HttpStatusCode.Forbidden, "cross_site");

    [Fact]
    public async Task The_picker_leads_to_the_same_questions_about_another_NAS()
    {
        var page = await front.Http.PageAsync("/history?state=failed&nas=vault-01&before=X");

        Assert.Equal(["/history?state=failed", "/history?state=failed&nas=vault-01", "/history?state=failed&nas=vault-02", "/history?state=failed&nas=vault-03"],
            page.QuerySelectorAll("#nas-menu a:not(.menu__more)").Select(link => link.GetAttribute("href")));
        Assert.Equal("vault-01", page.Text("#nas-menu [aria-current]"));
        Assert.Equal("/?nas=vault-02", (await front.Http.PageAsync($"/history/{Archive.KnownJobs.Failed}")).QuerySelectorAll("#nas-menu a:not(.menu__more)")[2].GetAttribute("href"));
    }

    [Theory]
    [InlineData("/stats")]
    [InlineData("/history")]
    [InlineData("/history/01KB2Q7M0QFA1XED0000000001")]
    [InlineData("/history/01KB2Q7M0QFA1XED0000000001/print")]
    public async Task Who_has_a_page_already_gets_only_its_tag(string path)
    {
        // Where it stands and when it was asked for is in the page: two within one minute are the same, mostly.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var first = await front.Http.GetAsync(path, Stop);
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await front.Http.SendAsync(again, Stop);

            Assert.Equal(("no-cache, private", "Cookie"), (first.Headers.CacheControl!.ToString(), first.Headers.Vary.First()));
            if (second.StatusCode == HttpStatusCode.NotModified)
            {
                Assert.Empty(await second.Content.ReadAsByteArrayAsync(Stop));
                return;
            }
        }

        Assert.Fail($"{path} is another one every time.");
    }

    [Fact]
    public async Task Other_looks_are_another_page()
    {
        using var first = await front.Http.GetAsync("/stats", Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/stats");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        again.Headers.Add("Cookie", "burnin.look=theme%3Ddark");

        using var second = await front.Http.SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_and_exports_come_compressed(string encoding)
    {
        foreach (var path in (string[])["/history", "/api/v1/burnin/export.csv"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var response = await front.Http.SendAsync(request, Stop);

            Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        }
    }
}
