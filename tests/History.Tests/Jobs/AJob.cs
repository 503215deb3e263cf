using Burnin.Domain.Jobs;

namespace Burnin.History.Tests.Jobs;

/// <summary>Entries as a job grain would send them.</summary>
internal static class AJob
{
    public static DateTimeOffset Noon { get; } = new(2026, 11, 23, 12, 0, 0, 123, TimeSpan.Zero);

    public static JobEntry Queued(string jobId, long sequence = 1) => new()
    {
        JobId = jobId,
        Sequence = sequence,
        DriveId = "WD-1",
        Nas = "attic",
        DeviceName = "sda",
        Serial = "WD-1",
        Model = "WDC WD40EFRX",
        SizeBytes = 4_000_787_030_016,
        Operator = "ada",
        Profile = "full",
        State = "queued",
        IsOver = false,
        CreatedAt = Noon,
        Reasons = [],
        Stages = [],
    };

    public static JobEntry Failed(string jobId, long sequence = 9) => Queued(jobId, sequence) with
    {
        State = "failed",
        IsOver = true,
        Verdict = "fail",
        StartedAt = Noon.AddMinutes(1),
        FinishedAt = Noon.AddHours(2),
        Reasons = [BadBlocks],
        Stages =
        [
            new JobStage
            {
                Name = StageName.ShortSmart,
                State = StageState.Passed,
                ExpectedSeconds = 120,
                Percent = 100,
                StartedAt = Noon.AddMinutes(1),
                FinishedAt = Noon.AddMinutes(3),
                Result = new RunResult { State = StageState.Passed, Reasons = [] },
            },
            new JobStage
            {
                Name = StageName.SurfaceValidate,
                State = StageState.Failed,
                ExpectedSeconds = 86_400.5,
                Percent = 37.25,
                StartedAt = Noon.AddMinutes(3),
                FinishedAt = Noon.AddHours(2),
                Attempts = 2,
                Result = new RunResult
                {
                    State = StageState.Failed,
                    Reasons = [BadBlocks],
                    BadBlocks = [17, 4_000_000_000],
                    BadBlockCount = 2,
                    BlockBytes = 4096,
                    TestedBytes = 1_000_000_000_000,
                    UntestedBytes = 3_000_787_030_016,
                    Log = "Pass completed, 2 bad blocks found.\nänd \"more\"",
                },
            },
            new JobStage { Name = StageName.FinalCheck, State = StageState.Skipped, ExpectedSeconds = 10 },
        ],
    };

    private static Reason BadBlocks { get; } = new("bad_blocks", Severity.Fail, "2 blocks came back different.", "surface_validate");
}
