using Burnin.Domain.Jobs;

namespace Burnin.History.Tests.Jobs;

public sealed class JobLedgerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_and_its_stages_come_back_as_they_were_recorded()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Ledger.RecordAsync(AJob.Failed("01A"), Stop);

        var (job, stages) = (await history.Jobs.GetAsync("01A", Stop))!;

        Assert.Equal(("01A", "WD-1", "attic", "sda", "WD-1"), (job.JobId, job.DriveId, job.Nas, job.DeviceName, job.Serial));
        Assert.Equal(("WDC WD40EFRX", 4_000_787_030_016, "ada", "full"), (job.Model, job.SizeBytes, job.Operator, job.Profile));
        Assert.Equal(("failed", true, "fail"), (job.State, job.IsOver, job.Verdict));
        Assert.Equal(
            (AJob.Noon, AJob.Noon.AddMinutes(1), AJob.Noon.AddHours(2)), (job.CreatedAt, job.StartedAt!.Value, job.FinishedAt!.Value));
        Assert.Equal([new("bad_blocks", "fail", "2 blocks came back different.", "surface_validate")], job.Reasons);

        Assert.Equal(["short_smart", "surface_validate", "final_check"], stages.Select(stage => stage.Name));
        Assert.Equal(["passed", "failed", "skipped"], stages.Select(stage => stage.State));
        var surface = stages[1];
        Assert.Equal((86_400.5, 37.25, 2), (surface.ExpectedSeconds, surface.Percent, surface.Attempts));
        Assert.Equal((AJob.Noon.AddMinutes(3), AJob.Noon.AddHours(2)), (surface.StartedAt!.Value, surface.FinishedAt!.Value));
        Assert.Equal("Pass completed, 2 bad blocks found.\nänd \"more\"", surface.Log);
        Assert.Equal([17, 4_000_000_000], surface.Result!.BadBlocks);
        Assert.Equal(("failed", 2, 4096), (surface.Result.State, surface.Result.BadBlockCount, surface.Result.BlockBytes));
        Assert.Equal((1_000_000_000_000, 3_000_787_030_016), (surface.Result.TestedBytes, surface.Result.UntestedBytes));
        Assert.Equal(job.Reasons, surface.Result.Reasons);
        Assert.Null(stages[2].Result);
        Assert.Null(stages[2].StartedAt);
    }

    [Fact]
    public async Task What_is_stored_keeps_its_shape()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Ledger.RecordAsync(AJob.Failed("01A"), Stop);

        Assert.Equal("2026-11-23T12:00:00.123Z", history.Read<string>("SELECT created_at FROM burnin_job"));
        Assert.Equal(
            """[{"code":"bad_blocks","severity":"fail","text":"2 blocks came back different.","rule":"surface_validate"}]""",
            history.Read<string>("SELECT reasons FROM burnin_job"));
        Assert.Equal(
            """
            {"state":"failed","reasons":[{"code":"bad_blocks","severity":"fail","text":"2 blocks came back different.","rule":"surface_validate"}],"bad_blocks":[17,4000000000],"bad_block_count":2,"block_bytes":4096,"mismatches":0,"tested_bytes":1000000000000,"untested_bytes":3000787030016}
            """,
            history.Read<string>("SELECT result FROM burnin_stage WHERE position = 1"));
    }

    [Fact]
    public async Task The_newest_sequence_wins_in_whatever_order_they_come()
    {
        await using var history = HistoryOnDisk.Created();
        var finished = AJob.Failed("01A", sequence: 9);

        await history.Ledger.RecordAsync(AJob.Queued("01A", sequence: 1), Stop);
        await history.Ledger.RecordAsync(finished, Stop);
        await history.Ledger.RecordAsync(AJob.Queued("01A", sequence: 8), Stop);
        await history.Ledger.RecordAsync(finished with { State = "passed", Stages = [] }, Stop);

        var (job, stages) = (await history.Jobs.GetAsync("01A", Stop))!;
        Assert.Equal("failed", job.State);
        Assert.Equal(3, stages.Count);
    }

    [Fact]
    public async Task A_newer_entry_replaces_the_stages()
    {
        await using var history = HistoryOnDisk.Created();
        var first = AJob.Failed("01A", sequence: 1);

        await history.Ledger.RecordAsync(first, Stop);
        await history.Ledger.RecordAsync(first with { Sequence = 2, Stages = [first.Stages[0] with { Percent = 12 }] }, Stop);

        var stage = Assert.Single((await history.Jobs.GetAsync("01A", Stop))!.Stages);
        Assert.Equal(12, stage.Percent);
    }

    [Fact]
    public async Task Entries_at_the_same_time_end_with_the_newest()
    {
        await using var history = HistoryOnDisk.Created();

        await Task.WhenAll(Enumerable.Range(1, 40).Select(sequence => Task.Run(
            () => history.Ledger.RecordAsync(AJob.Queued("01A", sequence * 7 % 41) with { Model = $"{sequence * 7 % 41}" }, Stop), Stop)));

        Assert.Equal("40", (await history.Jobs.GetAsync("01A", Stop))!.Job.Model);
        Assert.Equal(0, history.Gated.Healings);
    }

    [Fact]
    public async Task Arrays_that_the_sender_forgot_are_empty()
    {
        await using var history = HistoryOnDisk.Created();

        await history.Ledger.RecordAsync(AJob.Queued("01A") with { Reasons = default, Stages = default }, Stop);

        var (job, stages) = (await history.Jobs.GetAsync("01A", Stop))!;
        Assert.Empty(job.Reasons);
        Assert.Empty(stages);
    }

    [Fact]
    public async Task Unfinished_are_those_not_over_oldest_first_whatever_their_verdict()
    {
        await using var history = HistoryOnDisk.Created();
        JobEntry[] entries =
        [
            AJob.Queued("01C") with { CreatedAt = AJob.Noon.AddMinutes(3) },
            AJob.Failed("01A"),
            AJob.Queued("01B") with { CreatedAt = AJob.Noon.AddMinutes(1) },
            AJob.Failed("01D") with { IsOver = false },
        ];
        foreach (var entry in entries)
        {
            await history.Ledger.RecordAsync(entry, Stop);
        }

        Assert.Equal(["01D", "01B", "01C"], await history.Ledger.UnfinishedAsync(Stop));

        await history.Ledger.RecordAsync(AJob.Failed("01B"), Stop);
        Assert.Equal(["01D", "01C"], await history.Ledger.UnfinishedAsync(Stop));
    }
}
