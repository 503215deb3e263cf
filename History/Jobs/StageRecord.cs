namespace Burnin.History.Jobs;

/// <summary>One stage of a job as it was last recorded.</summary>
public sealed record StageRecord
{
    /// <summary><c>precheck, short_smart, long_smart, surface_validate, io_validate, final_check</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>pending, running, passed, failed, inconclusive, skipped, cancelled</c>.</summary>
    public required string State { get; init; }

    public required double ExpectedSeconds { get; init; }

    public required double Percent { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public required int Attempts { get; init; }

    public StageResult? Result { get; init; }

    /// <summary>The end of the tools' own output.</summary>
    public string? Log { get; init; }
}
