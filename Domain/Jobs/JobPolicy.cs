namespace Burnin.Domain.Jobs;

/// <summary>The limits that a job is judged by.</summary>
public sealed record JobPolicy
{
    /// <summary>A drive this hot or hotter is not begun with.</summary>
    public int CriticalCelsius { get; init; } = 55;

    /// <summary>A run that is lost this often in a row, without getting further, is given up as inconclusive.</summary>
    public int MaxFruitlessLosses { get; init; } = 3;

    /// <summary>How long after the end of a job its host is still tried for cleaning up.</summary>
    public TimeSpan CleanHostWithin { get; init; } = TimeSpan.FromHours(1);
}
