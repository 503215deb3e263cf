using System.Collections.Immutable;
using Burnin.Domain.Settings;
using Burnin.Domain.Verdicts;

namespace Burnin.Grains.Settings;

/// <summary>Every setting that can be changed while the service runs. A line here, and it has a form, a route, a lock and a check.</summary>
public static class SettingCatalog
{
    private const string Fleet = "fleet";
    private const string Tests = "tests";
    private const string System = "system";

    private static readonly OptionSettings<BurnInOptions> BurnIn = new(BurnInOptions.Section);

    /// <summary>In the order of the pages.</summary>
    public static ImmutableArray<(string Name, string Title, string Help)> Sections { get; } =
    [
        (Fleet, "Fleet", "How all NAS boxes are watched, and how many drives are burnt in at once."),
        (Tests, "Tests", "What holds for a burn-in whose start does not say otherwise. A burn-in keeps what it was started with."),
        (System, "System", "How Burnin itself runs."),
    ];

    public static ImmutableArray<Setting> All { get; } =
    [
        BurnIn.Of("poll_interval_seconds", nameof(BurnInOptions.PollInterval), Fleet, "Polling", "Ask each NAS every", unit: "seconds")
            with { Flat = "POLL_INTERVAL_SECONDS" },
        BurnIn.Of("stale_threshold_seconds", nameof(BurnInOptions.StaleThreshold), Fleet, "Polling", "Call it stale after", unit: "seconds")
            with { Flat = "STALE_THRESHOLD_SECONDS", Help = "Longer than the time between two questions, or everything is stale always." },
        BurnIn.Of("max_parallel_fleet", nameof(BurnInOptions.MaxParallelFleet), Fleet, "Burn-ins at once", "On all NAS boxes together")
            with { Help = "0 sets no limit. Each NAS has a limit of its own beside it. A lower limit stops nothing that runs." },

        BurnIn.Of("policy", nameof(BurnInOptions.Policy), Tests, "Judgement", "Judge drives as") with
        {
            Kind = new SettingKind.Choice([.. VerdictPolicies.All.Select(policy => new SettingChoice(policy.Name, policy.Name, policy.Name))]),
            Help = "new: a drive must be clean. used: it may have a past, but must not get worse. classic: the original's watch list alone.",
        },
        BurnIn.Of("surface_engine", nameof(BurnInOptions.SurfaceEngine), Tests, "Surface", "Engine")
            with { Help = "auto: fio where the host's was proved to find faults, else badblocks." },
        BurnIn.Of("surface_passes", nameof(BurnInOptions.SurfacePasses), Tests, "Surface", "Passes")
            with { Help = "Left empty: 4, on SSD and NVMe 1." },
        BurnIn.Of("bad_block_threshold", nameof(BurnInOptions.BadBlockThreshold), Tests, "Surface", "Bad blocks that are allowed")
            with { Flat = "BAD_BLOCK_THRESHOLD", Help = "0: any bad block condemns the drive." },
        BurnIn.Of("max_bad_blocks", nameof(BurnInOptions.MaxBadBlocks), Tests, "Surface", "Bad blocks that end the test"),
        BurnIn.Of("temp_warn_c", nameof(BurnInOptions.TempWarnC), Tests, "Heat", "Warm from", unit: "°C", also: "WebFront:TemperatureWarnCelsius")
            with { Flat = "TEMP_WARN_C", Help = "A surface test that stood still for heat goes on at this." },
        BurnIn.Of("temp_crit_c", nameof(BurnInOptions.TempCritC), Tests, "Heat", "Too hot from", unit: "°C", also: "WebFront:TemperatureCriticalCelsius")
            with { Flat = "TEMP_CRIT_C", Help = "No test begins on such a drive, and a surface test on it stands still." },
        BurnIn.Of("surface_stuck_hours", nameof(BurnInOptions.StuckAfter), Tests, "Stuck", "Give a surface test up after", unit: "hours")
            with { Flat = "STUCK_JOB_HOURS", Help = "Without any change while it is seen to run; never for being slow." },
        BurnIn.Of("self_test_stuck_hours", nameof(BurnInOptions.SelfTestStuckAfter), Tests, "Stuck", "Give a self-test up after", unit: "hours")
            with { Flat = "STUCK_JOB_HOURS", Help = "Drives report self-tests in coarse steps." },

        new()
        {
            Name = "log_level",
            Section = System,
            Group = "Log",
            Label = "Write to the log from",
            Kind = new SettingKind.Choice(
            [
                new("debug", "debug", "Debug"), new("info", "info", "Information"), new("warning", "warning", "Warning"),
                new("error", "error", "Error"), new("critical", "critical", "Critical"),
            ]),
            Default = "Information",
            Keys = ["Logging:LogLevel:Burnin"],
            Flat = "LOG_LEVEL",
        },
    ];
}
