namespace Burnin.Domain.Jobs;

/// <summary>The limits that a job is judged by.</summary>
public sealed record JobPolicy
{
    /// <summary>A drive this hot or hotter is not begun with.</summary>
    public int CriticalCelsius { get; init; } = 55;

    /// <summary>A run that is lost this often in a row, without getting further, is given up as inconclusive.</summary>
    public int MaxFruitlessLosses { get; init; } = 3;

    /// <summary>A surface run that shows no change for so long, while it is seen and not held, is given up.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The same for a self-test, which drives report in coarse steps.</summary>
    public TimeSpan SelfTestStuckAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a run that is given up and cannot be ended is tried before its stage ends without that proof.</summary>
    public TimeSpan EndHangingAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after the end of a job its host is still tried for cleaning up.</summary>
    public TimeSpan CleanHostWithin { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long the run of a job that was given up is still tried to be ended: as long as a host remembers it.</summary>
    public TimeSpan EndGivenUpWithin { get; init; } = TimeSpan.FromDays(7);

    /// <summary>After the end of a job. What concerns us alone is tried for ever.</summary>
    public TimeSpan TryFor(JobChore chore) => chore switch
    {
        JobChore.CleanHost => CleanHostWithin,
        JobChore.EndRun => EndGivenUpWithin,
        JobChore.ReleaseLease or JobChore.TellDrive or JobChore.TellPeople => TimeSpan.MaxValue,
    };

    public TimeSpan StuckAfterIn(StageName stage) => stage.IsSurface ? StuckAfter : SelfTestStuckAfter;
}
