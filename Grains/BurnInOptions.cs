using System.ComponentModel.DataAnnotations;
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

    /// <summary>How often a job looks whether something is left to do; what its watcher sees comes without waiting for it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan TickPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one question to a NAS may take. A silo that shuts down waits for it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25")]
    public TimeSpan AnswerLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How soon a job is picked up again by its reminder. Orleans allows no less than a minute.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan WakeUpPeriod { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A drive this hot or hotter is not begun with, in degrees Celsius.</summary>
    [Range(30, 100)]
    public int TempCritC { get; init; } = 55;

    /// <summary>Burn-ins at once over all NAS boxes; 0 sets no limit.</summary>
    [Range(0, 100_000)]
    public int MaxParallelFleet { get; init; }
}

[OptionsValidator]
public sealed partial class BurnInOptionsValidator : IValidateOptions<BurnInOptions>;
