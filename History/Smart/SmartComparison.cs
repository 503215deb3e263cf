namespace Burnin.History.Smart;

/// <summary>SMART data of a drive before and after a burn-in.</summary>
public sealed record SmartComparison
{
    /// <summary>The drive's own assessment: <c>passed, failed</c>, or null where it gave none.</summary>
    public string? HealthBefore { get; init; }

    public string? HealthAfter { get; init; }

    /// <summary>Watched ones first.</summary>
    public IReadOnlyList<SmartLine> Lines { get; init; } = [];

    public bool HasBefore { get; init; }

    public bool HasAfter { get; init; }
}
