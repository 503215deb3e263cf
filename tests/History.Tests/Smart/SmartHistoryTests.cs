using System.Text;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;

namespace Burnin.History.Tests.Smart;

public sealed class SmartHistoryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readings_of_a_drive_come_newest_first_from_every_job_and_NAS()
    {
        await using var history = HistoryOnDisk.Created();
        await RecordAsync(history, "J1", "drive-1", "nas-a", Noon, count: 0);
        await RecordAsync(history, "J2", "drive-1", "nas-b", Noon.AddDays(30), count: 8);
        await RecordAsync(history, "J3", "drive-2", "nas-a", Noon.AddDays(1), count: 99);

        var page = await history.Smart.ListAsync("drive-1", 10, null, Stop);

        Assert.Equal([("nas-b", "J2", Noon.AddDays(30)), ("nas-a", "J1", Noon)], page.Snapshots.Select(one => (one.Nas, one.JobId, one.TakenAt)));
        Assert.Equal(8, page.Snapshots[0].Facts.GetProperty("attributes").GetProperty("5").GetProperty("decoded").GetInt64());
        Assert.Equal("reallocated", page.Snapshots[0].Facts.GetProperty("indicators")[0].GetProperty("code").GetString());
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_long_history_comes_in_pages()
    {
        await using var history = HistoryOnDisk.Created();
        foreach (var day in Enumerable.Range(0, 5))
        {
            await RecordAsync(history, $"J{day}", "drive-1", "nas-a", Noon.AddDays(day), day);
        }

        var first = await history.Smart.ListAsync("drive-1", 2, null, Stop);
        var second = await history.Smart.ListAsync("drive-1", 2, first.Next, Stop);
        var last = await history.Smart.ListAsync("drive-1", 2, second.Next, Stop);

        Assert.Equal(["J4", "J3", "J2", "J1", "J0"], first.Snapshots.Concat(second.Snapshots).Concat(last.Snapshots).Select(one => one.JobId));
        Assert.Null(last.Next);
    }

    [Fact]
    public async Task One_attribute_is_followed_over_time_oldest_first()
    {
        await using var history = HistoryOnDisk.Created();
        await RecordAsync(history, "J2", "drive-1", "nas-b", Noon.AddDays(1), count: 65543, raw: "7 (0 1)");
        await RecordAsync(history, "J1", "drive-1", "nas-a", Noon, count: 0);

        var points = await history.Smart.AttributeAsync("drive-1", 5, Stop);

        Assert.Equal([("nas-a", 0L, "0"), ("nas-b", 65543L, "7 (0 1)")], points.Select(point => (point.Nas, point.Decoded!.Value, point.RawText!)));
        Assert.Equal((100, 100, 10), (points[0].Value, points[0].Worst, points[0].Threshold));
        Assert.Empty(await history.Smart.AttributeAsync("drive-1", 197, Stop));
    }

    [Fact]
    public async Task Recording_a_reading_again_replaces_it_under_the_same_number()
    {
        await using var history = HistoryOnDisk.Created();
        await RecordAsync(history, "J1", "drive-1", "nas-a", Noon, count: 1);
        var first = (await history.Smart.ListAsync("drive-1", 10, null, Stop)).Snapshots[0].Id;

        await RecordAsync(history, "J1", "drive-1", "nas-a", Noon, count: 2);

        var again = Assert.Single((await history.Smart.ListAsync("drive-1", 10, null, Stop)).Snapshots);
        Assert.Equal((first, 2L), (again.Id, (await history.Smart.AttributeAsync("drive-1", 5, Stop)).Single().Decoded!.Value));
    }

    [Fact]
    public async Task The_output_itself_is_kept_once_as_the_evidence_of_its_stage()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Evidence.KeepAsync("J1", 0, new StageEvidence("smart_before.json", "{\"smartctl\": 1}"), Stop);
        await RecordAsync(history, "J1", "drive-1", "nas-a", Noon, count: 0);
        var id = (await history.Smart.ListAsync("drive-1", 10, null, Stop)).Snapshots[0].Id;

        var output = (await history.Smart.ReadAsync("drive-1", id, Stop))!;

        Assert.Equal(("SERIAL-20261123T120000Z.json", "{\"smartctl\": 1}"), (output.FileName, Encoding.UTF8.GetString(output.Utf8.Span)));
        Assert.Null(await history.Smart.ReadAsync("drive-2", id, Stop));
        Assert.Null(await history.Smart.ReadAsync("drive-1", id + 1, Stop));
    }

    [Fact]
    public async Task Feeding_the_read_model_anew_leaves_the_history_of_drives_alone()
    {
        await using var history = HistoryOnDisk.Created();
        await RecordAsync(history, "J1", "drive-1", "nas-a", Noon, count: 0);

        history.Execute("DELETE FROM burnin_job");

        Assert.Single((await history.Smart.ListAsync("drive-1", 10, null, Stop)).Snapshots);
    }

    private static Task RecordAsync(HistoryOnDisk history, string job, string drive, string nas, DateTimeOffset takenAt, long count, string? raw = null) =>
        history.SmartLog.RecordAsync(
            new SmartLogEntry
            {
                JobId = job,
                Stage = 0,
                Name = "smart_before.json",
                DriveId = drive,
                Serial = "SERIAL",
                Model = "Model",
                Nas = nas,
                TakenAt = takenAt,
                Report = new SmartReport
                {
                    Kind = SmartReportKind.Report,
                    Attributes = [new SmartAttribute(5, "Reallocated_Sector_Ct", 100, 100, 10, count) { RawText = raw ?? $"{count}", Decoded = count, IsPrefail = true }],
                },
            },
            Stop);
}
