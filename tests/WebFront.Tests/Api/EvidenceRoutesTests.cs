using System.Net;
using System.Net.Http.Headers;
using Burnin.Domain.Jobs;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class EvidenceRoutesTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_evidence_of_a_job_is_listed_and_read_as_it_came()
    {
        await KeepAsync("ev-1", 3, "surface.log", "<b>all of it</b>, 47 °C");
        await KeepAsync("ev-1", 0, "smart_before.json", "{}");

        var (_, list) = await front.Http.ReadAsync("/api/v1/burnin/ev-1/evidence");
        using var log = await front.Http.GetAsync("/api/v1/burnin/ev-1/evidence/3/surface.log", Stop);
        using var json = await front.Http.GetAsync("/api/v1/burnin/ev-1/evidence/0/smart_before.json", Stop);

        Assert.Equal([(0, "smart_before.json", 2), (3, "surface.log", 24)],
            list.GetProperty("evidence").EnumerateArray().Select(one => (one.GetProperty("stage").GetInt32(), one.Text("name")!, one.GetProperty("length").GetInt32())));
        Assert.Equal(("text/plain", "<b>all of it</b>, 47 °C"), (log.Content.Headers.ContentType!.MediaType, await log.Content.ReadAsStringAsync(Stop)));
        Assert.Equal("nosniff", log.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("application/json", json.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"\"{list.GetProperty("evidence")[1].Text("sha256")}\"", log.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Evidence_that_a_client_has_is_not_sent_again()
    {
        await KeepAsync("ev-2", 1, "surface.log", "text");
        using var first = await front.Http.GetAsync("/api/v1/burnin/ev-2/evidence/1/surface.log", Stop);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/burnin/ev-2/evidence/1/surface.log");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using var answer = await front.Http.SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task Evidence_that_is_not_there_is_refused()
    {
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/burnin/none/evidence/0/surface.log"), HttpStatusCode.NotFound, "unknown_evidence");
        Assert.Empty((await front.Http.ReadAsync("/api/v1/burnin/none/evidence")).Body.GetProperty("evidence").EnumerateArray());
    }

    private Task KeepAsync(string job, int stage, string name, string text) =>
        front.Services.GetRequiredService<IEvidenceStore>().KeepAsync(job, stage, new StageEvidence(name, text), Stop);
}
