using System.ComponentModel.DataAnnotations;
using Burnin.Domain.Surface;
using Burnin.Domain.Verdicts;
using Microsoft.Extensions.Options;

namespace Burnin.Grains;

public sealed class BurnInOptions
{
    public const string Section = "Burnin:BurnIn";

    /// <summary>How often each NAS is asked for its drives.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>From this age on what is shown of a NAS is called stale.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "1.00:00:00")]
    public TimeSpan StaleThreshold { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>A NAS that has not answered for so long is missed, and people are told.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan SilentAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often a job looks whether something is left to do; what its watcher sees comes without waiting for it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan TickPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one question to a NAS may take. A silo that shuts down waits for it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25")]
    public TimeSpan AnswerLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How soon a job is picked up again by its reminder. Orleans allows no less than a minute.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan WakeUpPeriod { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A drive this hot or hotter is not begun with, and a surface run on it stands still, in degrees Celsius.</summary>
    [Range(30, 100)]
    public int TempCritC { get; init; } = 55;

    /// <summary>A surface run that had to stand still for heat goes on at this or less, in degrees Celsius.</summary>
    [Range(20, 99)]
    public int TempWarnC { get; init; } = 46;

    /// <summary>What tests surfaces where a start does not say.</summary>
    public SurfaceEngine SurfaceEngine { get; init; }

    /// <summary>How often a surface is gone over where a start does not say. Left out: 4 times, on SSD and NVMe once.</summary>
    [Range(1, SurfaceShape.MaxPasses)]
    public int? SurfacePasses { get; init; }

    /// <summary>Distinct bad blocks at which a surface run ends where a start does not say.</summary>
    [Range(1, 10_000)]
    public int MaxBadBlocks { get; init; } = 64;

    /// <summary>Bad blocks that are noted, but do not condemn a drive.</summary>
    [Range(0, 9_999)]
    public int BadBlockThreshold { get; init; }

    /// <summary>A surface run that shows no change for so long, while it is seen and not held, is given up.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The same for self-tests, which drives report in coarse steps.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan SelfTestStuckAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>By what drives are judged where a start does not say: <c>new</c>, <c>used</c> or <c>classic</c>.</summary>
    public string Policy { get; init; } = VerdictPolicies.New.Name;

    /// <summary>Numbers that are normal for some models, beside those that are known anyway.</summary>
    public IReadOnlyList<ModelOverride> ModelOverrides { get; init; } = [];

    /// <summary>Burn-ins at once over all NAS boxes; 0 sets no limit.</summary>
    [Range(0, 100_000)]
    public int MaxParallelFleet { get; init; }
}

[OptionsValidator]
public sealed partial class BurnInOptionsValidator : IValidateOptions<BurnInOptions>;
