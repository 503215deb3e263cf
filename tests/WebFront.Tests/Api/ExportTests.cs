using System.Net;
using System.Text.Json;
using Burnin.Archive;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class ExportTests(ArchiveFixture fixture)
{
    private readonly FrontHost front = fixture.Front;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_holds_what_the_filters_choose_in_their_order()
    {
        var csv = await LinesAsync("/api/v1/burnin/export.csv?state=failed&sort=-duration");
        var (_, json) = await front.Http.ReadAsync("/api/v1/burnin/export.json?state=failed&sort=-duration");
        var (_, list) = await front.Http.ReadAsync("/api/v1/burnin?state=failed&sort=-duration&limit=500");

        var ids = list.GetProperty("jobs").EnumerateArray().Select(job => job.Text("id")).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids, csv.Skip(1).Select(line => line.Split(',')[0]));
        Assert.Equal(ids, json.EnumerateArray().Select(job => job.Text("id")));
    }

    [Fact]
    public async Task Moments_carry_their_offset_and_the_header_names_every_column()
    {
        var lines = await LinesAsync($"/api/v1/burnin/export.csv?q={KnownJobs.Failed}");

        Assert.Equal("id,created_at,started_at,finished_at,nas,devname,serial,model,size_bytes,operator,profile,state,verdict,reasons,duration_seconds,tested_bytes", lines[0]);
        Assert.Matches($"^{KnownJobs.Failed},[0-9-]{{10}}T[0-9:]{{8}}\\+00:00,", Assert.Single(lines.Skip(1)));
    }

    [Fact]
    public async Task The_trail_is_exported_with_its_hashes()
    {
        var csv = await LinesAsync("/api/v1/audit/export.csv?action=burnin_start");
        var (_, json) = await front.Http.ReadAsync("/api/v1/audit/export.json?action=burnin_start");
        var (_, list) = await front.Http.ReadAsync("/api/v1/audit?action=burnin_start&limit=500");

        Assert.Equal("id,at,actor,action,outcome,nas,drive_id,job_id,detail,hash", csv[0]);
        var hashes = list.GetProperty("events").EnumerateArray().Select(row => row.Text("hash")).ToList();
        Assert.Equal(hashes, csv.Skip(1).Select(line => line.Split(',')[^1]));
        Assert.Equal(hashes, json.EnumerateArray().Select(row => row.Text("hash")));
    }

    [Theory]
    [InlineData("/api/v1/burnin/export.csv?from=soon")]
    [InlineData("/api/v1/burnin/export.json?verdict=maybe")]
    [InlineData("/api/v1/burnin?sort=colour")]
    [InlineData("/api/v1/audit/export.csv?to=31.12.2026")]
    [InlineData("/api/v1/audit?limit=9999")]
    public async Task A_question_that_cannot_be_read_is_refused_before_anything_is_sent(string path) =>
        Answer.IsProblem(await front.Http.ReadAsync(path), HttpStatusCode.UnprocessableEntity, "invalid");

    [Fact]
    public async Task Speed_and_SMART_are_there_for_programs()
    {
        var (_, surface) = await front.Http.ReadAsync($"/api/v1/burnin/{KnownJobs.WithNotes}/surface");
        var (_, smart) = await front.Http.ReadAsync($"/api/v1/burnin/{KnownJobs.Failed}/smart");

        var run = Assert.Single(surface.GetProperty("surfaces").EnumerateArray());
        Assert.Equal(["write", "read"], run.GetProperty("speeds").EnumerateArray().Select(speed => speed.Text("direction")));
        Assert.Equal(100, run.GetProperty("speeds")[0].GetProperty("bytes_per_second").GetArrayLength());
        Assert.Equal(8, smart.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("id") is { ValueKind: JsonValueKind.Number } id && id.GetInt32() == 197).GetProperty("change").GetInt32());
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/burnin/none/surface"), HttpStatusCode.NotFound, "unknown_job");
    }

    [Fact]
    public async Task A_hundred_thousand_jobs_are_streamed_and_none_is_lost()
    {
        const int Jobs = 100_000;
        await using var own = await FrontHost.StartAsync(Showroom.Open());
        await ManyJobs.FillAsync(own.Services, Jobs, stagesEach: 0, Stop);

        using var response = await own.Http.GetAsync("/api/v1/burnin/export.csv", HttpCompletionOption.ResponseHeadersRead, Stop);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));
        var ids = new HashSet<string>(Jobs, StringComparer.Ordinal);
        var header = await reader.ReadLineAsync(Stop);
        while (await reader.ReadLineAsync(Stop) is { } line)
        {
            Assert.True(ids.Add(line[..line.IndexOf(',', StringComparison.Ordinal)]), line);
        }

        Assert.StartsWith("id,", header, StringComparison.Ordinal);
        Assert.Equal(Jobs, ids.Count);
        Assert.Null(response.Content.Headers.ContentLength);
    }

    private async Task<string[]> LinesAsync(string path)
    {
        using var response = await front.Http.GetAsync(path, Stop);
        Assert.Contains("attachment; filename=\"burnin-", response.Content.Headers.ContentDisposition!.ToString().Replace("filename=burnin", "filename=\"burnin", StringComparison.Ordinal), StringComparison.Ordinal);
        return (await response.Content.ReadAsStringAsync(Stop)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
