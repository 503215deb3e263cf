using System.Net;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class ErrorPageTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    [Theory]
    [InlineData("/no/such/page")]
    [InlineData("/historyy")]
    [InlineData("/css/none.css")]
    public async Task An_address_that_is_none_is_a_page_that_leads_on(string path)
    {
        var page = await front.Http.PageAsync(path, HttpStatusCode.NotFound);

        Assert.Equal(("No such page", "/"), (page.Text(".empty h2"), page.Link(".empty a")));
        Assert.Empty(page.QuerySelectorAll("code"));
    }

    [Fact]
    public async Task What_is_not_there_now_may_be_there_later()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/history/none");
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await front.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(("no-store", null), (response.Headers.CacheControl?.ToString(), response.Headers.ETag));
    }

    [Theory]
    [InlineData("/api/v1/no/such/route")]
    [InlineData("/no/such/page")]
    public async Task A_program_gets_the_same_as_JSON(string path) =>
        Answer.IsProblem(await front.Http.ReadAsync(path), HttpStatusCode.NotFound, "unknown_route");

    [Fact]
    public async Task A_program_that_takes_HTML_too_still_gets_JSON_from_the_API() => Answer.IsProblem(
        await front.Http.SendAsync(HttpMethod.Get, "/api/v1/burnin/none", headers: ("Accept", "text/html")), HttpStatusCode.NotFound, "unknown_job");

    [Fact]
    public async Task A_fault_of_our_own_is_a_page_with_the_id_that_leads_to_the_log()
    {
        await using var own = await FrontHost.StartAsync(Fakes.Showroom.Open());
        await using (var connection = await own.Services.GetRequiredService<History.Sqlite.GatedSqliteDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken))
        await using (var harm = connection.CreateCommand())
        {
            harm.CommandText = "DROP TABLE audit_event";
            await harm.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var page = await own.Http.PageAsync("/audit", HttpStatusCode.InternalServerError);
        Assert.NotEmpty(page.Text(".empty code"));
        Assert.DoesNotContain("SQLite", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("audit_event", page.Body.TextContent, StringComparison.Ordinal);
        Answer.IsProblem(await own.Http.ReadAsync("/api/v1/audit"), HttpStatusCode.InternalServerError, "unexpected");
    }
}
