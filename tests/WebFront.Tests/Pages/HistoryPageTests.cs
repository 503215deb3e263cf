using System.Net;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class HistoryPageTests(ArchiveFixture fixture)
{
    private const int All = ArchiveFixture.Drawn + 3;

    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task The_list_shows_the_newest_and_how_many_there_are()
    {
        var page = await front.Http.PageAsync("/history");

        Assert.Equal(50, page.QuerySelectorAll(".runs tbody tr").Length);
        Assert.Equal($"{All} All", page.Text(".stat[aria-current]"));
        Assert.StartsWith($"50 of {All} shown", page.Text(".pager > span:first-child"), StringComparison.Ordinal);
        Assert.Equal("descending", page.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Its_pages_lead_forward_and_back_without_scripts()
    {
        var first = await front.Http.PageAsync("/history?sort=serial");
        var second = await front.Http.PageAsync(first.Link("a[rel=next]"));
        var back = await front.Http.PageAsync(second.Link("a[rel=prev]"));

        Assert.Equal(All, first.Texts(".runs__serial").Concat(second.Texts(".runs__serial")).Count());
        Assert.Equal(first.Texts(".runs__serial").Order(StringComparer.Ordinal), first.Texts(".runs__serial"));
        Assert.Equal(first.Texts(".runs__serial"), back.Texts(".runs__serial"));
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Filters_are_in_the_address_stay_in_the_form_and_go_into_the_exports()
    {
        var page = await front.Http.PageAsync("/history?state=failed&q=came%20back&nas=vault-01&from=2020-01-01&sort=-duration");

        Assert.NotEmpty(page.Texts(".runs tbody tr"));
        Assert.All(page.Texts(".runs__state"), word => Assert.Equal("Failed", word));
        Assert.All(page.Texts(".runs__place"), place => Assert.StartsWith("vault-01", place, StringComparison.Ordinal));
        Assert.Equal("came back", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("2020-01-01", page.QuerySelector("input[name=from]")!.GetAttribute("value"));
        Assert.Equal("vault-01", page.QuerySelector("select[name=nas] option[selected]")!.GetAttribute("value"));
        Assert.Equal(["failed", "-duration"], page.QuerySelectorAll(".filters input[type=hidden]").Select(field => field.GetAttribute("value")));
        Assert.Equal("/api/v1/burnin/export.csv?state=failed&q=came%20back&nas=vault-01&from=2020-01-01&sort=-duration", page.Link("a[download]"));
    }

    [Fact]
    public async Task A_column_is_ordered_by_a_link_and_the_other_way_by_the_next()
    {
        var page = await front.Http.PageAsync("/history?state=passed");
        var byModel = page.QuerySelectorAll("th a").Single(link => link.TextContent == "Model").GetAttribute("href")!;
        var again = (await front.Http.PageAsync(byModel)).QuerySelectorAll("th a").Single(link => link.TextContent == "Model").GetAttribute("href");

        Assert.Equal(("/history?state=passed&sort=model", "/history?state=passed&sort=-model"), (byModel, again));
    }

    [Fact]
    public async Task An_address_that_cannot_be_read_says_why()
    {
        var page = await front.Http.PageAsync("/history?from=yesterday", HttpStatusCode.UnprocessableEntity);

        Assert.Contains("a day such as", page.Text(".empty p"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_leads_back_to_everything()
    {
        var page = await front.Http.PageAsync("/history?q=nowhere-to-be-found");

        Assert.Equal(("Nothing matches", "/history"), (page.Text(".empty h2"), page.Link(".empty a")));
    }

    [Fact]
    public async Task Two_are_compared_the_earlier_first_and_what_differs_stands_out()
    {
        var page = await front.Http.PageAsync($"/history/compare?run={Archive.KnownJobs.Failed}&run={Archive.KnownJobs.Passed}");

        Assert.Equal(["Pass", "Fail"], page.Texts(".compare .badge"));
        var tested = page.QuerySelectorAll(".compare tr").Single(row => row.QuerySelector("th")?.TextContent == "Tested");
        Assert.Equal(["100 % of the surface", "40.9 % of the surface"], tested.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal("b", tested.LastElementChild!.ClassName);
        Assert.Empty(page.QuerySelectorAll(".notice"));
    }

    [Theory]
    [InlineData("/history/compare", HttpStatusCode.OK)]
    [InlineData("/history/compare?run=01KB2Q7M0QFA1XED0000000001", HttpStatusCode.OK)]
    [InlineData("/history/compare?run=01KB2Q7M0QFA1XED0000000001&run=none", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_compared_says_what_to_do(string path, HttpStatusCode status) =>
        Assert.Equal("Choose two", (await front.Http.PageAsync(path, status)).Text(".empty h2"));

    [Fact]
    public async Task What_a_drive_calls_itself_is_text_and_no_markup()
    {
        await using var own = await FrontHost.StartAsync(Fakes.Showroom.Open());
        await own.Services.GetRequiredService<Domain.Jobs.IJobLedger>().RecordAsync(
            new Domain.Jobs.JobEntry
            {
                JobId = "01EVIL",
                Sequence = 1,
                DriveId = "d",
                Nas = "nas-evil",
                DeviceName = "sda",
                Serial = "<img src=x>",
                Model = "\"><script>alert(1)</script>",
                SizeBytes = 1,
                Operator = "<b>",
                Profile = "full",
                State = "failed",
                IsOver = true,
                Verdict = "fail",
                CreatedAt = DateTimeOffset.UnixEpoch,
                Reasons = [new("x", Domain.Jobs.Severity.Fail, "<i>bad</i>", "<u>")],
                Stages = [],
            },
            TestContext.Current.CancellationToken);

        foreach (var path in (string[])["/history?nas=nas-evil", "/history/01EVIL", "/history/01EVIL/print", "/stats?nas=nas-evil&period=all"])
        {
            Assert.Empty((await own.Http.PageAsync(path)).QuerySelectorAll("main img, main script, main i, main u"));
        }
    }
}
