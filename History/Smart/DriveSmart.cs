namespace Burnin.History.Smart;

/// <summary>What a drive's SMART data say now, against the beginning of its newest burn-in, and how each count came there.</summary>
public sealed record DriveSmart
{
    public SmartComparison Comparison { get; init; } = new();

    /// <summary>Null where there is nothing to compare with.</summary>
    public SmartMoment? Before { get; init; }

    /// <summary>The newest reading; null where none was ever kept.</summary>
    public SmartMoment? Now { get; init; }

    /// <summary>By attribute id, over all readings, oldest first. Readings that did not report it are left out.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<long>> Trends { get; init; } = new Dictionary<int, IReadOnlyList<long>>();
}
