namespace Burnin.History.Audit;

/// <summary>One row of the trail.</summary>
public sealed record AuditRecord
{
    public required long Id { get; init; }

    public required string Source { get; init; }

    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Action { get; init; }

    public string? DriveId { get; init; }

    public string? JobId { get; init; }

    public string? Nas { get; init; }

    public required string Outcome { get; init; }

    public required string Detail { get; init; }

    /// <summary>Over this row and the hash of the row before: whoever knows it can tell whether anything up to here was changed.</summary>
    public required string Hash { get; init; }
}
