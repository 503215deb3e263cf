using System.Net;
using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class JobRoutesTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task One_job_is_shown_flat_as_its_grain_sees_it()
    {
        var (status, body) = await front.Http.ReadAsync("/api/v1/burnin/job-sdc");

        Assert.Equal((HttpStatusCode.OK, "job-sdc", "running"), (status, body.Text("id"), body.Text("state")));
        foreach (var name in "drive_id nas devname serial model size_bytes operator profile verdict reasons percent stage stage_percent phase bytes_per_second eta queue_position trouble errors created_at started_at finished_at cancelling epoch held paused_by passes surface stages policy judgements".Split(' '))
        {
            Assert.True(body.TryGetProperty(name, out _), name);
        }
    }

    [Fact]
    public async Task A_job_that_is_not_there_is_refused() =>
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/burnin/none"), HttpStatusCode.NotFound, "unknown_job");

    [Fact]
    public async Task A_job_is_cancelled_once_and_then_is_over()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sdb/cancel", new { @operator = "jo" });
            Assert.Equal((HttpStatusCode.OK, "cancelled"), (status, body.Text("state")));

            Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sdb/cancel"), HttpStatusCode.Conflict, "already_over");
        });

        Assert.Equal([("anonymous", "refused"), ("jo", "done")], rows.Select(row => (row.Actor, row.Outcome)));
        Assert.All(rows, row => Assert.Equal(("burnin_cancel", "job-sdb"), (row.Action, row.JobId)));
    }

    [Fact]
    public async Task A_job_whose_end_is_not_proved_yet_is_cancelling()
    {
        front.World.CancelAnswers["job-da3"] = () => new CancelJobResult.Cancelling("vault-03 does not answer");

        var (status, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-da3/cancel");

        Assert.Equal((HttpStatusCode.Accepted, "cancelling", "vault-03 does not answer"), (status, body.Text("state"), body.Text("why")));
    }

    [Fact]
    public async Task A_job_that_is_not_there_cannot_be_cancelled() => Answer.IsProblem(
        await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/none/cancel"), HttpStatusCode.NotFound, "unknown_job");

    [Fact]
    public async Task A_state_or_a_limit_that_cannot_be_is_refused()
    {
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/burnin?state=odd"), HttpStatusCode.UnprocessableEntity, "invalid");
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/burnin?limit=0"), HttpStatusCode.UnprocessableEntity, "invalid");
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/burnin?limit=many"), HttpStatusCode.BadRequest, "bad_request");
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/burnin/export.csv?state=odd"), HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task The_list_is_newest_first_filtered_and_paged()
    {
        await RecordAsync("paged-1", "nas-p", 1);
        await RecordAsync("paged-2", "nas-p", 2);
        await RecordAsync("paged-3", "nas-q", 3);

        var (_, first) = await front.Http.ReadAsync("/api/v1/burnin?nas=nas-p&limit=1");
        var (_, second) = await front.Http.ReadAsync($"/api/v1/burnin?nas=nas-p&limit=1&before={first.Text("next")}");

        Assert.Equal("paged-2", Assert.Single(first.GetProperty("jobs").EnumerateArray()).Text("id"));
        Assert.Equal("paged-1", Assert.Single(second.GetProperty("jobs").EnumerateArray()).Text("id"));
        Assert.Null(second.Text("next"));
        Assert.Equal("paged-3", Assert.Single((await front.Http.ReadAsync("/api/v1/burnin?drive_id=drive-of-paged-3")).Body.GetProperty("jobs").EnumerateArray()).Text("id"));
    }

    /// <summary>The last day of a period belongs to it, the last moment does not.</summary>
    [Theory]
    [InlineData("from=2026-05-01&to=2026-05-01", 2)]
    [InlineData("from=2026-05-01T10:02:00Z", 1)]
    [InlineData("from=2026-05-01T12:02:00%2B02:00", 1)]
    [InlineData("to=2026-05-01T10:02:00Z", 1)]
    [InlineData("to=2026-04-30", 0)]
    [InlineData("from=2026-05-02", 0)]
    public async Task A_period_is_days_in_UTC_or_moments(string period, int expected)
    {
        await RecordAsync("period-1", "nas-t", 1);
        await RecordAsync("period-2", "nas-t", 2);

        var (status, body) = await front.Http.ReadAsync($"/api/v1/burnin?nas=nas-t&{period}");

        Assert.Equal((HttpStatusCode.OK, expected), (status, body.GetProperty("jobs").GetArrayLength()));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("23.11.2026")]
    [InlineData("9999-12-31")]
    [InlineData("5")]
    public async Task What_is_neither_day_nor_moment_is_refused(string text)
    {
        Answer.IsProblem(await front.Http.ReadAsync($"/api/v1/burnin?to={text}"), HttpStatusCode.UnprocessableEntity, "invalid");
        Answer.IsProblem(await front.Http.ReadAsync($"/api/v1/audit?from={text}"), HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task The_export_quotes_what_must_be_and_lets_no_spreadsheet_run_a_formula()
    {
        await RecordAsync("csv-1", "nas-csv", 1, serial: "=HYPERLINK(\"http://x\",\"y\")", model: " +1", by: "a, \"b\"");

        using var response = await front.Http.GetAsync("/api/v1/burnin/export.csv?nas=nas-csv", TestContext.Current.CancellationToken);
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("id,created_at,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(
            "nas-csv,sda,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",' +1,1000,\"a, \"\"b\"\"\",full,passed,,,,",
            lines[1],
            StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task A_job_is_paused_and_resumed_by_name()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sdf/pause", new { @operator = "jo" }, key: "pause-1");
            Assert.Equal((HttpStatusCode.OK, "paused", "Paused by jo."), (status, body.Text("state"), body.Text("why")));
            await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sdf/pause", new { @operator = "jo" }, key: "pause-1");

            var (_, shown) = await front.Http.ReadAsync("/api/v1/burnin/job-sdf");
            Assert.Equal(("paused", "jo", "Paused by jo."), (shown.Text("state"), shown.Text("paused_by"), shown.Text("held")));

            var (_, resumed) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sdf/resume", new { @operator = "jo" });
            Assert.Equal("running", resumed.Text("state"));
            Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sdf/resume"), HttpStatusCode.Conflict, "not_paused");
        });

        Assert.Equal([("burnin_resume", "refused"), ("burnin_resume", "done"), ("burnin_pause", "done")], rows.Select(row => (row.Action, row.Outcome)));
        Assert.All(rows, row => Assert.Equal("job-sdf", row.JobId));
    }

    [Fact]
    public async Task A_pause_that_is_not_proved_yet_is_pausing()
    {
        front.World.PauseAnswers["job-sdc"] = () => new PauseJobResult.Pausing("vault-01 does not answer");

        var (status, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sdc/pause");

        Assert.Equal((HttpStatusCode.Accepted, "pausing", "vault-01 does not answer"), (status, body.Text("state"), body.Text("why")));
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    public async Task What_is_over_or_unknown_can_be_neither_paused_nor_resumed(string act)
    {
        Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Post, $"/api/v1/burnin/job-failed-fail/{act}"), HttpStatusCode.Conflict, "already_over");
        Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Post, $"/api/v1/burnin/none/{act}"), HttpStatusCode.NotFound, "unknown_job");
    }

    [Fact]
    public async Task Nobody_can_resume_what_heat_holds()
    {
        var (status, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/job-sdd/resume");

        Answer.IsProblem((status, body), HttpStatusCode.Conflict, "not_paused");
        Assert.Contains("goes on at 46", body.Text("detail"), StringComparison.Ordinal);
    }

    private Task RecordAsync(string id, string nas, int minute, string serial = "S1", string model = "M1", string by = "marta") =>
        front.Services.GetRequiredService<IJobLedger>().RecordAsync(
            new JobEntry
            {
                JobId = id,
                Sequence = 1,
                DriveId = $"drive-of-{id}",
                Nas = nas,
                DeviceName = "sda",
                Serial = serial,
                Model = model,
                SizeBytes = 1000,
                Operator = by,
                Profile = "full",
                State = "passed",
                IsOver = true,
                CreatedAt = new DateTimeOffset(2026, 5, 1, 10, minute, 0, TimeSpan.Zero),
                Reasons = [],
                Stages = [],
            },
            TestContext.Current.CancellationToken);
}
