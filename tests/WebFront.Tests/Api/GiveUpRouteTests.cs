using System.Net;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class GiveUpRouteTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task Who_types_the_serial_and_a_name_ends_a_job_without_proof()
    {
        var serial = front.World.Jobs["job-sdb"].Serial;
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sdb/give-up", new { @operator = "jo", confirm_serial = serial });

            Assert.Equal((HttpStatusCode.OK, "cancelled", false, "Process 7 still holds the disk."), (status, body.Text("state"), body.GetProperty("proved").GetBoolean(), body.Text("why")));
        });

        Assert.Equal(("jo", "burnin_give_up", "done", "job-sdb"), (Assert.Single(rows).Actor, rows[0].Action, rows[0].Outcome, rows[0].JobId));
        Assert.Contains("without the host's proof", rows[0].Detail, StringComparison.Ordinal);
        Assert.Equal("jo", (await front.Http.ReadAsync("/api/v1/burnin/job-sdb")).Body.Text("given_up_by"));
    }

    [Fact]
    public async Task A_proof_that_comes_after_all_is_told()
    {
        front.World.GiveUpAnswers["job-sde"] = () => new GiveUpJobResult.Cancelled();

        var (_, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sde/give-up", new { @operator = "jo", confirm_serial = "S" });

        Assert.True(body.GetProperty("proved").GetBoolean());
    }

    [Theory]
    [InlineData("job-sdc", "jo", "W9999999", HttpStatusCode.UnprocessableEntity, "serial_mismatch")]
    [InlineData("job-sdc", " ", "W9999999", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("job-failed-fail", "jo", "W9999999", HttpStatusCode.Conflict, "already_over")]
    [InlineData("none", "jo", "W9999999", HttpStatusCode.NotFound, "unknown_job")]
    public async Task What_cannot_be_given_up_is_refused(string job, string by, string serial, HttpStatusCode status, string code) =>
        Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Post, $"/api/v1/burnin/{job}/give-up", new { @operator = by, confirm_serial = serial }), status, code);

    [Fact]
    public async Task A_job_that_nobody_cancels_is_refused()
    {
        front.World.GiveUpAnswers["job-sdd"] = () => new GiveUpJobResult.NotCancelling("running");

        Answer.IsProblem(
            await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sdd/give-up", new { @operator = "jo", confirm_serial = "S" }), HttpStatusCode.Conflict, "not_cancelling");
    }
}
