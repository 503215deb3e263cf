using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Tests.Jobs;

/// <summary>One healthy, empty drive and what is said of it. Tests change what they are about.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly JobPolicy Policy = new();

    public static readonly DriveTarget Target = new() { Serial = "WD-1", Wwn = "0x5000", SizeBytes = 1L << 30, Model = "WD Red" };

    public static readonly DriveFacts Facts = new()
    {
        DeviceName = "sda",
        Serial = "WD-1",
        Wwn = "0x5000",
        Model = "WD Red",
        SizeBytes = 1L << 30,
        InUse = [],
    };

    public static readonly SmartSnapshot Smart = new() { TakenAt = Noon, Passed = true, TemperatureCelsius = 30, Raw = "smartctl said" };

    public static readonly DriveExamination Healthy = new(Facts, Smart);

    public static readonly DriveExamination Sick = new(Facts, Smart with { Passed = false });

    public static readonly DriveExamination Gone = new(null, Smart);

    public static readonly ImmutableArray<StageName> Plan =
        [StageName.Precheck, StageName.ShortSmart, StageName.SurfaceValidate, StageName.FinalCheck];

    public static BurnInJob Job(params ReadOnlySpan<StageName> stages) => new()
    {
        Id = "01J",
        DriveId = "WD-1",
        Nas = "attic",
        DeviceName = "sda",
        Target = Target,
        Operator = "ann",
        Profile = JobProfiles.Custom,
        Stages = [.. stages.ToArray().Select(name => new JobStage { Name = name, ExpectedSeconds = 100 })],
        CreatedAt = Noon,
    };

    public static RunResult Result(StageState state, params ReadOnlySpan<Reason> reasons) => new() { State = state, Reasons = [.. reasons] };

    public static readonly RunResult Passed = Result(StageState.Passed) with { TestedBytes = Target.SizeBytes, UntestedBytes = 0 };

    public static readonly RunResult Failed = Result(StageState.Failed, new Reason("bad_blocks", Severity.Fail, "3 bad blocks.", "surface_validate"));

    public static readonly RunResult Undecided = Result(StageState.Inconclusive, new Reason("aborted", Severity.Inconclusive, "A person aborted the test.", "short_smart"));

    public static SmartAttribute Attribute(int id, long raw) => new(id, "attribute", 100, 100, 0, raw);
}
