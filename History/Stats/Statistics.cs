namespace Burnin.History.Stats;

/// <summary>What there is to say about many jobs.</summary>
public sealed record Statistics
{
    public required Outcomes Outcomes { get; init; }

    /// <summary>The model with the most jobs first.</summary>
    public required IReadOnlyList<ModelStats> Models { get; init; }

    /// <summary>The last 14 days, whatever period was asked for, the oldest first; days without a job too.</summary>
    public required IReadOnlyList<DayStats> Days { get; init; }

    /// <summary>By size, then by profile.</summary>
    public required IReadOnlyList<SizeStats> Sizes { get; init; }

    /// <summary>In the order in which stages usually run.</summary>
    public required IReadOnlyList<StageStats> Stages { get; init; }

    /// <summary>The most frequent first, at most ten.</summary>
    public required IReadOnlyList<ReasonStats> Reasons { get; init; }
}
