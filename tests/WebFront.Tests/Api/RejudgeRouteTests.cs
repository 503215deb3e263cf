using System.Net;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class RejudgeRouteTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private const string Failed = "/api/v1/burnin/job-failed-fail/rejudge";

    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task Another_policy_shows_its_verdict_beside_the_stored_one()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, body) = await front.Http.SendAsync(HttpMethod.Post, $"{Failed}?policy=used", new { @operator = "jo" });

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(("used@1", "pass_with_notes", "fail", false), (body.Text("policy"), body.Text("verdict"), body.Text("stored_verdict"), body.GetProperty("stored").GetBoolean()));
            var reason = body.GetProperty("reasons")[0];
            Assert.Equal(("reallocated_sectors", "used@1", 4m, 4m, 4m), (reason.Text("code"), reason.Text("rule"), reason.GetProperty("before").GetDecimal(), reason.GetProperty("after").GetDecimal(), reason.GetProperty("limit").GetDecimal()));
            Assert.True(reason.TryGetProperty("what_next", out _));
        });

        Assert.Contains("shown only", Assert.Single(rows).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_to_be_kept_is_kept_in_the_name_of_who_asks_for_it()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (_, body) = await front.Http.SendAsync(HttpMethod.Post, $"{Failed}?policy=used", new { @operator = "jo", store = true });
            Assert.True(body.GetProperty("stored").GetBoolean());
        });

        Assert.Equal(("jo", "burnin_rejudge", "done", "job-failed-fail"), (Assert.Single(rows).Actor, rows[0].Action, rows[0].Outcome, rows[0].JobId));
        Assert.Contains("kept beside it", rows[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/burnin/none/rejudge?policy=used", HttpStatusCode.NotFound, "unknown_job")]
    [InlineData("/api/v1/burnin/job-sdc/rejudge?policy=used", HttpStatusCode.Conflict, "no_verdict")]
    [InlineData(Failed, HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData($"{Failed}?policy=strict", HttpStatusCode.UnprocessableEntity, "invalid")]
    public async Task What_cannot_be_judged_again_is_refused(string address, HttpStatusCode status, string code) =>
        Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Post, address), status, code);
}
