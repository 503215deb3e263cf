using System.Net;
using Burnin.History.Audit;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class AuditPageTests(ArchiveFixture fixture)
{
    private readonly FrontHost front = fixture.Front;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_are_shown_whole_newest_first_and_paged_both_ways()
    {
        var first = await front.Http.PageAsync("/audit?limit=20");
        var second = await front.Http.PageAsync(first.Link("a[rel=next]"));
        var back = await front.Http.PageAsync(second.Link("a[rel=prev]"));

        Assert.Equal(first.Texts(".trail__id").Select(int.Parse).OrderDescending().Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)), first.Texts(".trail__id"));
        Assert.Empty(first.Texts(".trail__id").Intersect(second.Texts(".trail__id")));
        Assert.Equal(first.Texts(".trail__id"), back.Texts(".trail__id"));
        Assert.All(first.Texts(".trail__detail"), detail => Assert.True(detail.EndsWith("typed by hand", StringComparison.Ordinal) || detail.EndsWith("left running", StringComparison.Ordinal), detail));
    }

    [Fact]
    public async Task Filters_are_in_the_address_and_go_into_the_exports()
    {
        var page = await front.Http.PageAsync($"/audit?actor=marta&action=burnin_start&job_id={Archive.KnownJobs.Failed}&q=typed");

        Assert.Equal("marta", page.Text(".trail__who"));
        Assert.Equal("burnin_start", page.QuerySelector("select[name=action] option[selected]")!.GetAttribute("value"));
        Assert.Contains($"job_id={Archive.KnownJobs.Failed}", page.Link("a[download]"), StringComparison.Ordinal);
        Assert.Equal("Nothing matches", (await front.Http.PageAsync("/audit?actor=nobody")).Text(".empty h2"));
        Assert.Equal("This address cannot be read", (await front.Http.PageAsync("/audit?to=soon", HttpStatusCode.UnprocessableEntity)).Text(".empty h2"));
    }

    [Fact]
    public async Task A_whole_chain_is_shown_as_such_and_a_broken_one_where_it_breaks()
    {
        await using var own = await FrontHost.StartAsync(Showroom.Open());
        var audit = own.Services.GetRequiredService<CommandAudit>();
        foreach (var number in (int[])[1, 2, 3])
        {
            await audit.RecordAsync(new CommandRecord { Actor = "marta", Action = "burnin_start", Outcome = "done", Detail = $"number {number}" }, Stop);
        }

        var (_, before) = await own.Http.ReadAsync("/api/v1/audit/chain");
        Assert.Equal(("intact", 3), (before.Text("state"), before.GetProperty("rows").GetInt32()));
        Assert.Contains("The chain is whole: 3 entries", (await own.Http.PageAsync("/audit")).Text(".notice--ok"), StringComparison.Ordinal);

        await using (var connection = await own.Services.GetRequiredService<History.Sqlite.GatedSqliteDataSource>().OpenConnectionAsync(Stop))
        await using (var forge = connection.CreateCommand())
        {
            forge.CommandText = "DROP TRIGGER audit_event_is_not_updated; UPDATE audit_event SET detail = 'never happened' WHERE id = 2;";
            await forge.ExecuteNonQueryAsync(Stop);
        }

        await using var later = await FrontHost.StartAsync(Showroom.Open(), dataOf: own);
        var page = await later.Http.PageAsync("/audit");
        Assert.Contains("The chain is broken at entry 2.", page.Text(".notice--bad"), StringComparison.Ordinal);
        Assert.Equal("entry-2", page.QuerySelector(".trail__broken")!.Id);
        Assert.Equal("broken", (await later.Http.ReadAsync("/api/v1/audit/chain")).Body.Text("state"));
    }
}
