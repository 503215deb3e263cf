using System.Net;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class StatsPageTests(ArchiveFixture fixture)
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task Every_chart_has_its_numbers_as_a_table()
    {
        var page = await front.Http.PageAsync("/stats?period=all");

        Assert.Equal(["Pass rate by model", "Daily activity", "Throughput", "Duration by size", "Failures by stage"], page.Texts("h2"));
        Assert.All(page.QuerySelectorAll("main svg[role=img]"), chart => Assert.NotEmpty(chart.GetAttribute("aria-label")!));
        Assert.Equal(14, page.QuerySelectorAll("[aria-label='daily activity'] tbody tr").Length);
        Assert.Equal(14, page.QuerySelectorAll("[aria-label=throughput] tbody tr").Length);
        Assert.NotEmpty(page.QuerySelectorAll("[aria-label='duration by size'] tbody tr"));
        Assert.Equal(6, page.QuerySelectorAll("[aria-label='failures by stage'] .panel__scroll tbody tr").Length);
    }

    [Fact]
    public async Task The_page_and_the_API_say_the_same()
    {
        var page = await front.Http.PageAsync("/stats?period=all&nas=vault-01");
        var (_, body) = await front.Http.ReadAsync("/api/v1/stats?period=all&nas=vault-01");

        var pass = body.GetProperty("outcomes").GetProperty("pass").GetInt64();
        Assert.True(pass > 0);
        Assert.Contains($"Pass{pass}", page.Text(".mix__numbers"), StringComparison.Ordinal);
        Assert.Equal(body.GetProperty("models").EnumerateArray().Select(model => model.Text("model")), page.Texts(".models td:first-child"));
        var rate = body.GetProperty("models")[0].GetProperty("outcomes").GetProperty("rate");
        Assert.InRange(rate.GetProperty("interval").GetProperty("low").GetDouble(), 0, rate.GetProperty("percent").GetDouble());
    }

    [Fact]
    public async Task A_period_is_a_link_and_a_wrong_one_is_told()
    {
        var page = await front.Http.PageAsync("/stats?nas=vault-02&period=14d");

        Assert.Equal("14 days", page.Text(".page__head .seg [aria-current]"));
        Assert.Equal(["/stats?nas=vault-02&period=14d", "/stats?nas=vault-02&period=30d", "/stats?nas=vault-02", "/stats?nas=vault-02&period=365d", "/stats?nas=vault-02&period=all"],
            page.QuerySelectorAll(".page__head .seg a").Select(link => link.GetAttribute("href")));
        Assert.Equal("This address cannot be read", (await front.Http.PageAsync("/stats?period=ever", HttpStatusCode.UnprocessableEntity)).Text(".empty h2"));
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/stats?period=ever"), HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Without_any_burn_in_the_page_says_so()
    {
        var page = await front.Http.PageAsync("/stats?nas=nowhere");

        Assert.Equal("Nothing to count yet", page.Text(".empty h2"));
    }
}
