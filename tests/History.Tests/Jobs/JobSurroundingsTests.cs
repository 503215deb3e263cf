using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Speed;

namespace Burnin.History.Tests.Jobs;

public sealed class JobSurroundingsTests
{
    private const string Model = "WDC WD40EFRX";
    private const long Size = 4_000_787_030_016;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Siblings_are_the_newest_curves_of_other_drives_of_the_model_and_size_that_passed()
    {
        await using var history = HistoryOnDisk.Created();
        await TestedAsync(history, "01A", "d1", speed: 100);
        await TestedAsync(history, "01B", "d1", speed: 200, day: 1);
        await TestedAsync(history, "01C", "d2", speed: 300);
        await TestedAsync(history, "01D", "mine", speed: 400);
        await TestedAsync(history, "01E", "d3", speed: 500, model: "ST4000VN008");
        await TestedAsync(history, "01F", "d4", speed: 600, size: Size + 512);
        await TestedAsync(history, "01G", "d5", speed: 700, state: StageState.Failed);
        await TestedAsync(history, "01H", "d6", speed: 800, stage: StageName.IoValidate);

        var siblings = (await history.Surroundings.OfAsync(Mine, Stop)).Siblings;

        Assert.Equal([("d1", 200L), ("d2", 300L)], siblings.Select(sibling => (sibling.DriveId, sibling.Curve.Lanes[0].MeanBytesPerSecond)));
        Assert.Equal(("attic", AJob.Noon.AddDays(1), AJob.Noon.AddDays(1).AddHours(9)), (siblings[0].Nas, siblings[0].From, siblings[0].To));
        Assert.Equal(SpeedLane.Parts, siblings[0].Curve.Lanes[0].BytesPerSecond.Length);
    }

    [Fact]
    public async Task A_curve_that_is_brought_twice_is_there_once_and_what_is_no_curve_is_evidence_all_the_same()
    {
        await using var history = HistoryOnDisk.Created();
        await TestedAsync(history, "01A", "d1", speed: 100);
        await TestedAsync(history, "01A", "d1", speed: 150);
        await history.Evidence.KeepAsync("01A", 2, new StageEvidence("speed.json", "no JSON"), Stop);

        Assert.Equal(150, Assert.Single((await history.Surroundings.OfAsync(Mine, Stop)).Siblings).Curve.Lanes[0].MeanBytesPerSecond);
        Assert.NotNull(await history.Kept.ReadAsync("01A", 2, "speed.json", Stop));
    }

    [Fact]
    public async Task Neighbours_are_other_drives_of_the_NAS_whose_stages_ended_in_trouble_around_the_job()
    {
        await using var history = HistoryOnDisk.Created();
        var mine = Mine with { StartedAt = AJob.Noon, FinishedAt = AJob.Noon.AddHours(1) };
        await TroubledAsync(history, "01A", "d1", minute: 30);
        await TroubledAsync(history, "01B", "d2", minute: 74, mismatches: 4);
        await TroubledAsync(history, "01C", "d3", minute: 76);
        await TroubledAsync(history, "01D", "d4", minute: -16);
        await TroubledAsync(history, "01E", "d5", minute: 30, nas: "cellar");
        await TroubledAsync(history, "01F", "mine", minute: 30);
        await TroubledAsync(history, "01G", "d6", minute: 30, stage: StageName.Precheck);
        await TroubledAsync(history, "01H", "d7", minute: 30, state: StageState.Passed);

        var neighbours = (await history.Surroundings.OfAsync(mine, Stop)).Neighbours;

        Assert.Equal([("d2", true), ("d1", false)], neighbours.Select(neighbour => (neighbour.DriveId, neighbour.HasMismatches)));
        Assert.Equal(("sda", "aborted", AJob.Noon.AddMinutes(30)), (neighbours[1].DeviceName, neighbours[1].Code, neighbours[1].At));
    }

    [Fact]
    public async Task A_job_that_still_runs_sees_what_broke_until_now()
    {
        await using var history = HistoryOnDisk.Created();
        await TroubledAsync(history, "01A", "d1", minute: 600);

        Assert.Single((await history.Surroundings.OfAsync(Mine with { StartedAt = AJob.Noon }, Stop)).Neighbours);
    }

    private static readonly BurnInJob Mine = new()
    {
        Id = "01Z",
        DriveId = "mine",
        Nas = "attic",
        DeviceName = "sdz",
        Target = new DriveTarget { Serial = "WD-9", SizeBytes = Size, Model = Model },
        Operator = "ada",
        Profile = "full",
        Stages = [],
        CreatedAt = AJob.Noon,
    };

    private static async Task TestedAsync(
        HistoryOnDisk history, string job, string drive, long speed, int day = 0, string model = Model, long size = Size, StageState state = StageState.Passed, StageName stage = StageName.SurfaceValidate)
    {
        var begun = AJob.Noon.AddDays(day);
        await history.Ledger.RecordAsync(
            AJob.Queued(job) with
            {
                DriveId = drive,
                Model = model,
                SizeBytes = size,
                CreatedAt = begun,
                Stages = [new JobStage { Name = stage, State = state, ExpectedSeconds = 1, StartedAt = begun, FinishedAt = begun.AddHours(9) }],
            },
            Stop);
        await history.Evidence.KeepAsync(job, 0, new StageEvidence("speed.json", SpeedCurveJson.Write(Curve(size, speed))), Stop);
    }

    private static SpeedCurve Curve(long size, long speed) => new()
    {
        SizeBytes = size,
        Engine = "fio",
        Lanes = [new SpeedLane { Direction = SpeedDirection.Read, Sweeps = 1, MeanBytesPerSecond = speed, BytesPerSecond = [.. Enumerable.Repeat<long?>(speed, SpeedLane.Parts)] }],
    };

    private static Task TroubledAsync(
        HistoryOnDisk history, string job, string drive, int minute, string nas = "attic", long mismatches = 0, StageName stage = StageName.SurfaceValidate, StageState state = StageState.Inconclusive) =>
        history.Ledger.RecordAsync(
            AJob.Queued(job) with
            {
                DriveId = drive,
                Nas = nas,
                Stages =
                [
                    new JobStage
                    {
                        Name = stage,
                        State = state,
                        ExpectedSeconds = 1,
                        StartedAt = AJob.Noon.AddMinutes(minute - 1),
                        FinishedAt = AJob.Noon.AddMinutes(minute),
                        Result = new RunResult
                        {
                            State = state,
                            Reasons = [new Reason("untested_bytes", Severity.Note, "Some.", "surface"), new Reason("aborted", Severity.Inconclusive, "fio broke off.", "surface")],
                            Mismatches = mismatches,
                        },
                    },
                ],
            },
            Stop);
}
