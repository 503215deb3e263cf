using System.Collections.Immutable;
using System.Globalization;
using Burnin.Domain.Jobs;

namespace Burnin.Archive;

/// <summary>Burn-ins as months of use leave them, the same at every run: drawn from a fixed seed, told from a given moment.</summary>
internal sealed class PastJobs(DateTimeOffset now)
{
    private static readonly (string Model, long Bytes, double MegabytesPerSecond, double FailShare)[] Models =
    [
        ("ST16000NM000J", 16_000_900_661_248, 205, 0.05), ("MG08ACA16TE", 16_000_900_661_248, 195, 0.03), ("WDC WD80EFZZ-68BTXN0", 8_001_563_222_016, 160, 0.02),
        ("HUH728080ALE600", 8_001_563_222_016, 150, 0.14), ("ST18000NM000J", 18_000_207_937_536, 215, 0.04), ("TOSHIBA MG09ACA18TE", 18_000_207_937_536, 210, 0.06),
        ("WDC WD40EFRX-68N32N0", 4_000_787_030_016, 125, 0.22), ("ST4000VN008-2DR166", 4_000_787_030_016, 130, 0.09),
    ];

    private static readonly string[] Nases = ["vault-01", "vault-01", "vault-01", "vault-02", "vault-02", "vault-03"];
    private static readonly string[] Operators = ["marta", "marta", "jo", "li"];
    private static readonly string[] Profiles = ["full", "full", "full", "full", "surface", "quick", "short_long"];

    private readonly Random random = new(20_261_123);

    /// <summary>Newest first: about five days for each.</summary>
    public IEnumerable<JobEntry> Draw(int count)
    {
        for (var index = 0; index < count; index++)
        {
            yield return One(index, now.AddHours(-30 - (index * 11.3) - (random.NextDouble() * 6)));
        }
    }

    private JobEntry One(int index, DateTimeOffset ended)
    {
        var (model, bytes, speed, failShare) = Models[random.Next(Models.Length)];
        var profile = Profiles[random.Next(Profiles.Length)];
        var roll = random.NextDouble();
        var (state, verdict, severity) = roll < failShare ? ("failed", "fail", Severity.Fail)
            : roll < failShare + 0.04 ? ("inconclusive", "inconclusive", Severity.Inconclusive)
            : roll < failShare + 0.07 ? ("cancelled", null, Severity.Note)
            : roll < failShare + 0.19 ? ("passed", "pass_with_notes", Severity.Note)
            : ("passed", (string?)"pass", Severity.Note);
        var plan = JobProfiles.StagesOf(profile)!.Value;
        ImmutableArray<StageName> names = [StageName.Precheck, .. plan, StageName.FinalCheck];
        var bad = state == "passed" ? -1 : 1 + random.Next(names.Length - 2);
        ImmutableArray<Reason> reasons = verdict is null or "pass" ? [] : ReasonsOf(severity, names[Math.Max(1, bad)]);
        var stages = Stages(names, bad, state, reasons, bytes, speed * (0.9 + (random.NextDouble() * 0.2)), ended);
        var serial = string.Create(CultureInfo.InvariantCulture, $"{(char)('V' + random.Next(5))}{random.Next(0x1000000, 0xfffffff):X7}");
        return new()
        {
            JobId = string.Create(CultureInfo.InvariantCulture, $"01KB{1_000_000 - index:D7}PAST00000000000"),
            Sequence = 1,
            DriveId = $"d-{serial}",
            Nas = Nases[random.Next(Nases.Length)],
            DeviceName = $"sd{(char)('a' + random.Next(12))}",
            Serial = serial,
            Model = model,
            SizeBytes = bytes,
            Operator = Operators[random.Next(Operators.Length)],
            Profile = profile,
            State = state,
            IsOver = true,
            Verdict = verdict,
            CreatedAt = stages[0].StartedAt!.Value.AddMinutes(-random.Next(1, 90)),
            StartedAt = stages[0].StartedAt,
            FinishedAt = ended,
            Reasons = reasons,
            Stages = stages,
        };
    }

    private static ImmutableArray<JobStage> Stages(
        ImmutableArray<StageName> names, int bad, string state, ImmutableArray<Reason> reasons, long bytes, double speed, DateTimeOffset ended)
    {
        var ending = state switch { "failed" => StageState.Failed, "inconclusive" => StageState.Inconclusive, _ => StageState.Cancelled };
        var stages = new Stack<JobStage>();
        var end = ended;
        for (var index = names.Length - 1; index >= 0; index--)
        {
            var isBad = index == bad;
            if (bad >= 0 && index > bad && !(index == names.Length - 1 && state != "cancelled"))
            {
                stages.Push(new JobStage { Name = names[index], State = StageState.Skipped, ExpectedSeconds = 1 });
                continue;
            }

            var seconds = SecondsOf(names[index], bytes, speed) * (isBad ? 0.4 : 1);
            var isSurface = names[index] == StageName.SurfaceValidate;
            stages.Push(new JobStage
            {
                Name = names[index],
                State = isBad ? ending : StageState.Passed,
                ExpectedSeconds = seconds,
                Percent = isBad ? 40 : 100,
                StartedAt = end.AddSeconds(-seconds),
                FinishedAt = end,
                Attempts = 1,
                Result = new RunResult
                {
                    State = isBad ? ending : StageState.Passed,
                    Reasons = isBad && state != "cancelled" ? reasons : [],
                    BadBlockCount = isBad && isSurface && ending == StageState.Failed ? 8 : 0,
                    BlockBytes = isSurface ? 4096 : 0,
                    TestedBytes = isSurface ? (isBad ? (long)(bytes * 0.4) : bytes) : null,
                    UntestedBytes = isSurface ? (isBad ? bytes - (long)(bytes * 0.4) : 0) : null,
                },
            });
            end = end.AddSeconds(-seconds);
        }

        return [.. stages];
    }

    private static double SecondsOf(StageName name, long bytes, double megabytesPerSecond) => name switch
    {
        StageName.Precheck or StageName.FinalCheck => 38,
        StageName.ShortSmart => 124,
        StageName.LongSmart => bytes / (megabytesPerSecond * 1e6) * 1.1,
        StageName.SurfaceValidate => bytes / (megabytesPerSecond * 1e6) * 8,
        StageName.IoValidate => 1_260,
    };

    private ImmutableArray<Reason> ReasonsOf(Severity severity, StageName stage) => (severity, random.Next(3)) switch
    {
        (Severity.Fail, 0) when stage.IsSurface => [new("bad_blocks", severity, "8 blocks came back different in pass 2.", stage.Wire), Pending()],
        (Severity.Fail, 1) => [new("pending_sectors", severity, "Pending sectors: 16, up from 0 before the test.", "classic")],
        (Severity.Fail, _) => [new("errors_seen", severity, "The self-test ended with a read failure at 37 %.", stage.Wire)],
        (Severity.Inconclusive, 0) => [new("too_hot", severity, "It stood still at 61 °C for more than an hour.", stage.Wire)],
        (Severity.Inconclusive, _) => [new("stuck", severity, "Nothing moved for 90 minutes; the run was stopped.", stage.Wire)],
        (_, 0) => [new("crc_errors", severity, "Interface CRC errors: 12, the same as before the test.", "classic")],
        (_, 1) => [new("smart_unavailable", severity, "No SMART data: the controller passes none on.", "precheck")],
        _ => [new("command_timeouts", severity, "Command time-outs: 2, up from 1 before the test.", "classic")],
    };

    private static Reason Pending() => new("pending_sectors", Severity.Fail, "Pending sectors: 8, up from 0 before the test.", "classic");
}
