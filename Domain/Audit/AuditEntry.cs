namespace Burnin.Domain.Audit;

/// <summary>Who did what to what, and what came of it. Written once, never changed.</summary>
public sealed record AuditEntry
{
    /// <summary>With <see cref="Sequence"/> the identity of the entry: the same pair is written once, however often it is sent.</summary>
    public required string Source { get; init; }

    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The person, or <c>burnin</c> where the service acted by itself.</summary>
    public required string Actor { get; init; }

    /// <summary>snake_case: <c>burnin_start, stage_end, burnin_end, burnin_cancel, nas_add</c> ...</summary>
    public required string Action { get; init; }

    public string? DriveId { get; init; }

    public string? JobId { get; init; }

    public string? Nas { get; init; }

    /// <summary><c>done</c>, or <c>refused</c>.</summary>
    public required string Outcome { get; init; }

    public required string Detail { get; init; }
}
