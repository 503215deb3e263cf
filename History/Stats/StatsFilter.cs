namespace Burnin.History.Stats;

/// <summary>Which jobs count. What is null does not matter.</summary>
public sealed record StatsFilter
{
    public string? Nas { get; init; }

    /// <summary>Ended at this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Ended before this moment.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The last of the days of <see cref="Statistics.Days"/>, in UTC.</summary>
    public required DateOnly Today { get; init; }
}
