using Burnin.Domain.Jobs;

namespace Burnin.Archive;

/// <summary>Three burn-ins that are known in every detail: one failed, one passed, one passed with notes.</summary>
public static class KnownJobs
{
    public const string Failed = "01KB2Q7M0QFA1XED0000000001";
    public const string Passed = "01KB2Q7M0QPASSED0000000002";
    public const string WithNotes = "01KB2Q7M0QN0TES00000000003";
    public const string Serial = "ZL2B7Q0M";

    private const long Size = 16_000_900_661_248;
    private const int BlockBytes = 4096;

    internal static JobEntry FailedAt(DateTimeOffset ended)
    {
        var surface = new Reason("bad_blocks", Severity.Fail, "8 blocks at 4.97 TB came back different in pass 2, pattern 0x55.", "surface_validate");
        var pending = new Reason("pending_sectors", Severity.Fail, "Pending sectors: 8, up from 0 before the test.", "classic");
        var untested = new Reason("untested_bytes", Severity.Note, "59 % of the plan was not tested: the run ended at the first bad blocks.", "surface_validate");
        return Entry(Failed, "failed", "fail", ended) with
        {
            Reasons = [surface, pending, untested],
            Stages =
            [
                Stage(StageName.Precheck, StageState.Passed, ended.AddHours(-100), 41), Stage(StageName.ShortSmart, StageState.Passed, ended.AddHours(-99.9), 124),
                Stage(StageName.LongSmart, StageState.Passed, ended.AddHours(-99.8), 95_460),
                Stage(StageName.SurfaceValidate, StageState.Failed, ended.AddHours(-73), 262_000) with
                {
                    Percent = 41.2,
                    Result = new RunResult
                    {
                        State = StageState.Failed,
                        Reasons = [surface, untested],
                        BadBlocks = [.. Segments.BadBlocks],
                        BadBlockCount = Segments.BadBlocks.Count,
                        BlockBytes = BlockBytes,
                        TestedBytes = (long)(Size * 0.41),
                        UntestedBytes = Size - (long)(Size * 0.41),
                        Log = "Testing with pattern 0x55: done\nReading and comparing: 31.06% done\n1213867192\n1213867193",
                    },
                },
                Stage(StageName.FinalCheck, StageState.Failed, ended.AddSeconds(-35), 35) with { Result = new RunResult { State = StageState.Failed, Reasons = [pending] } },
            ],
        };
    }

    internal static JobEntry PassedAt(DateTimeOffset ended) => Entry(Passed, "passed", "pass", ended) with { CreatedAt = ended.AddHours(-213), StartedAt = ended.AddHours(-212), Stages = Whole(ended, []) };

    internal static JobEntry WithNotesAt(DateTimeOffset ended)
    {
        var slow = new Reason("slow_zone", Severity.Note, "Slow from 5.9 to 6.1 TB: 101 MB/s, where the places beside it read at 220.", "speed");
        return Entry(WithNotes, "passed", "pass_with_notes", ended) with { Serial = "ZL2AQ4F0", DriveId = "d-ZL2AQ4F0", DeviceName = "sdk", CreatedAt = ended.AddHours(-213), StartedAt = ended.AddHours(-212), Reasons = [slow], Stages = Whole(ended, [slow]) };
    }

    private static JobEntry Entry(string id, string state, string verdict, DateTimeOffset ended) => new()
    {
        JobId = id,
        Sequence = 3,
        DriveId = $"d-{Serial}",
        Nas = "vault-01",
        DeviceName = "sda",
        Serial = Serial,
        Model = "ST16000NM000J",
        SizeBytes = Size,
        Operator = "marta",
        Profile = "full",
        State = state,
        IsOver = true,
        Verdict = verdict,
        CreatedAt = ended.AddHours(-101),
        StartedAt = ended.AddHours(-100),
        FinishedAt = ended,
        Reasons = [],
        Stages = [],
    };

    private static System.Collections.Immutable.ImmutableArray<JobStage> Whole(DateTimeOffset ended, System.Collections.Immutable.ImmutableArray<Reason> notes) =>
    [
        Stage(StageName.Precheck, StageState.Passed, ended.AddHours(-212), 38), Stage(StageName.ShortSmart, StageState.Passed, ended.AddHours(-211.9), 124),
        Stage(StageName.LongSmart, StageState.Passed, ended.AddHours(-211.8), 95_460),
        Stage(StageName.SurfaceValidate, StageState.Passed, ended.AddHours(-185), 665_000) with
        {
            Result = new RunResult { State = StageState.Passed, Reasons = notes, BlockBytes = BlockBytes, TestedBytes = Size, UntestedBytes = 0 },
        },
        Stage(StageName.FinalCheck, StageState.Passed, ended.AddSeconds(-35), 35),
    ];

    private static JobStage Stage(StageName name, StageState state, DateTimeOffset began, double seconds) => new()
    {
        Name = name,
        State = state,
        ExpectedSeconds = seconds,
        Percent = 100,
        StartedAt = began,
        FinishedAt = began.AddSeconds(seconds),
        Attempts = 1,
        Result = new RunResult { State = state, Reasons = [] },
    };
}
