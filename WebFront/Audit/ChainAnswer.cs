using Burnin.History.Audit;

namespace Burnin.WebFront.Audit;

/// <summary>What the last check of the chain found. State: <c>intact, broken</c>.</summary>
public sealed record ChainAnswer
{
    public required string State { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>Rows that fit; null where it is broken.</summary>
    public long? Rows { get; init; }

    public string? LastHash { get; init; }

    /// <summary>The first row that does not fit; null where it is intact.</summary>
    public long? BrokenAt { get; init; }

    public string? Reason { get; init; }

    internal static ChainAnswer Of(AuditVerification found, DateTimeOffset checkedAt) => found switch
    {
        AuditVerification.Intact intact => new() { State = "intact", CheckedAt = checkedAt, Rows = intact.Rows, LastHash = intact.LastHash },
        AuditVerification.Broken broken => new() { State = "broken", CheckedAt = checkedAt, BrokenAt = broken.Id, Reason = broken.Reason },
        _ => throw new System.Diagnostics.UnreachableException(found.GetType().Name),
    };
}
