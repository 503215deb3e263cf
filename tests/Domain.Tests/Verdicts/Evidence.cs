using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Kernel;
using Burnin.Domain.Smart;
using Burnin.Domain.Tests.Jobs;
using Burnin.Domain.Tests.Smart.Rules;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Tests.Verdicts;

/// <summary>All that was gathered in one job on a healthy disk, to be changed in one thing.</summary>
internal sealed record Evidence
{
    public string Policy { get; init; } = "new";

    public SmartReport? Before { get; init; } = Reports.Disk;

    public SmartReport After { get; init; } = Reports.Disk;

    public RunResult Surface { get; init; } = Sample.Result(StageState.Passed) with { TestedBytes = Target.SizeBytes, UntestedBytes = 0, Kernel = new KernelSight() };

    public RunResult SelfTest { get; init; } = Sample.Result(StageState.Passed);

    public bool IsGone { get; init; }

    public Surroundings Around { get; init; } = Surroundings.None;

    public static DriveTarget Target { get; } = new() { Serial = "ZL2", SizeBytes = 16_000_900_661_248, Model = "ST16000NM001G", Medium = DriveMedium.Hdd };

    public static Evidence Healthy { get; } = new();

    /// <summary>The job as it is when the final check has been made.</summary>
    public BurnInJob Job
    {
        get
        {
            var job = Sample.Job() with { Target = Target, Policy = VerdictPolicies.Find(Policy)!.Id, Baseline = Before?.Snapshot(), Final = After.Snapshot() };
            var stages = ImmutableArray.Create(
                Stage(StageName.Precheck, Sample.Result(StageState.Passed), 0),
                Stage(StageName.LongSmart, SelfTest, 60),
                Stage(StageName.SurfaceValidate, Surface, 600));
            job = job with { Stages = stages };
            var facts = Sample.Facts with { Serial = Target.Serial, SizeBytes = Target.SizeBytes };
            var final = FinalCheckJudge.Judge(job, new(IsGone ? null : facts, After.Snapshot()));
            return job with { Stages = stages.Add(Stage(StageName.FinalCheck, final, 601)) };
        }
    }

    public Verdict Verdict => VerdictJudge.Judge(Job, Around);

    public string Codes => string.Join(' ', Verdict.Reasons.Select(reason => $"{reason.Code}:{reason.Severity.Word}"));

    public Evidence WithSurface(params ReadOnlySpan<Reason> reasons) =>
        this with { Surface = Surface with { State = StageState.Failed, Reasons = [.. reasons] } };

    public Evidence WithKernel(string lines) => this with { Surface = Surface with { Kernel = KernelLog.Read(Names, [new KernelNames { Device = "sdb" }, new KernelNames { Device = "sdc" }], lines) } };

    public static Reason BadBlocks { get; } = new("bad_blocks", Severity.Fail, "2 blocks could not be read.", "surface");

    public static Reason Transient { get; } = new("transient_bad_blocks", Severity.Fail, "2 places failed once.", "surface");

    public static Reason Errors { get; } = new("surface_errors", Severity.Fail, "fio counted 2 read errors.", "surface");

    private static readonly KernelNames Names = new() { Device = "sda", AtaPort = "ata3", Controller = "mpt3sas_cm0" };

    private static JobStage Stage(StageName name, RunResult result, int endMinute) => new()
    {
        Name = name,
        ExpectedSeconds = 1,
        State = result.State,
        StartedAt = Sample.Noon,
        FinishedAt = Sample.Noon.AddMinutes(endMinute),
        Result = result,
    };
}
