using System.Net;
using System.Net.Http.Headers;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class SmartRoutesTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private const string Raw = """{"smart_status": {"passed": true}}""";

    private readonly FrontHost front = fixture.Front;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_readings_of_a_drive_are_listed_with_their_facts()
    {
        await RecordAsync("sm-1", "smart-drive-1", decoded: 7);

        var (_, list) = await front.Http.ReadAsync("/api/v1/drives/smart-drive-1/smart");

        var one = Assert.Single(list.GetProperty("snapshots").EnumerateArray());
        Assert.Equal(("nas-a", "sm-1", "report"), (one.Text("nas"), one.Text("job_id"), one.GetProperty("facts").Text("kind")));
        Assert.Equal(7, one.GetProperty("facts").GetProperty("attributes").GetProperty("5").GetProperty("decoded").GetInt64());
        Assert.Empty((await front.Http.ReadAsync("/api/v1/drives/nobody/smart")).Body.GetProperty("snapshots").EnumerateArray());
    }

    [Fact]
    public async Task An_attribute_is_followed_over_time()
    {
        await RecordAsync("sm-2", "smart-drive-2", decoded: 1);
        await RecordAsync("sm-3", "smart-drive-2", decoded: 2);

        var (_, list) = await front.Http.ReadAsync("/api/v1/drives/smart-drive-2/smart/attributes/5");

        Assert.Equal(5, list.GetProperty("attribute").GetInt32());
        Assert.Equal([1L, 2L], list.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("decoded").GetInt64()));
    }

    [Fact]
    public async Task The_output_is_downloaded_once_and_known_by_its_tag()
    {
        await RecordAsync("sm-4", "smart-drive-4", decoded: 0);
        var id = (await front.Http.ReadAsync("/api/v1/drives/smart-drive-4/smart")).Body.GetProperty("snapshots")[0].GetProperty("id").GetInt64();

        using var answer = await front.Http.GetAsync($"/api/v1/drives/smart-drive-4/smart/{id}", Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/drives/smart-drive-4/smart/{id}");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(answer.Headers.ETag!.Tag));
        using var same = await front.Http.SendAsync(again, Stop);

        Assert.Equal((Raw, "application/json"), (await answer.Content.ReadAsStringAsync(Stop), answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("attachment", "SERIAL-20261123T120000Z.json"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task A_reading_of_another_drive_is_refused()
    {
        await RecordAsync("sm-5", "smart-drive-5", decoded: 0);
        var id = (await front.Http.ReadAsync("/api/v1/drives/smart-drive-5/smart")).Body.GetProperty("snapshots")[0].GetProperty("id").GetInt64();

        Answer.IsProblem(await front.Http.ReadAsync($"/api/v1/drives/smart-drive-6/smart/{id}"), HttpStatusCode.NotFound, "unknown_snapshot");
    }

    private async Task RecordAsync(string job, string drive, long decoded)
    {
        await front.Services.GetRequiredService<IEvidenceStore>().KeepAsync(job, 0, new StageEvidence("smart_before.json", Raw), Stop);
        await front.Services.GetRequiredService<ISmartLog>().RecordAsync(
            new SmartLogEntry
            {
                JobId = job,
                Stage = 0,
                Name = "smart_before.json",
                DriveId = drive,
                Serial = "SERIAL",
                Model = "Model",
                Nas = "nas-a",
                TakenAt = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero),
                Report = new SmartReport
                {
                    Kind = SmartReportKind.Report,
                    Attributes = [new SmartAttribute(5, "Reallocated_Sector_Ct", 100, 100, 10, decoded) { RawText = $"{decoded}", Decoded = decoded }],
                },
            },
            Stop);
    }
}
