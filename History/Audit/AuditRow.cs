using Burnin.Domain.Audit;
using Burnin.History.Sqlite;

namespace Burnin.History.Audit;

/// <summary>A row of audit_event, both ways. Text as it is stored, for that is what is hashed.</summary>
internal sealed record AuditRow
{
    public const string Columns = """
        id AS Id, source AS Source, sequence AS Sequence, at AS At, actor AS Actor, action AS Action,
        drive_id AS DriveId, job_id AS JobId, nas AS Nas, outcome AS Outcome, detail AS Detail,
        previous_hash AS PreviousHash, hash AS Hash
        """;

    // Not ON CONFLICT DO NOTHING: that uses an id up, and AuditChain takes an id that was used up for a row that was cut off.
    /// <summary>Answers the new id, or nothing where the source and sequence are there.</summary>
    public const string Insert = """
        INSERT INTO audit_event
            (source, sequence, at, actor, action, drive_id, job_id, nas, outcome, detail, previous_hash, hash)
        SELECT @Source, @Sequence, @At, @Actor, @Action, @DriveId, @JobId, @Nas, @Outcome, @Detail, @PreviousHash, @Hash
        WHERE NOT EXISTS (SELECT 1 FROM audit_event WHERE source = @Source AND sequence = @Sequence)
        RETURNING id
        """;

    public long Id { get; init; }

    public required string Source { get; init; }

    public required long Sequence { get; init; }

    public required string At { get; init; }

    public required string Actor { get; init; }

    public required string Action { get; init; }

    public string? DriveId { get; init; }

    public string? JobId { get; init; }

    public string? Nas { get; init; }

    public required string Outcome { get; init; }

    public required string Detail { get; init; }

    public required string PreviousHash { get; init; }

    public string Hash { get; init; } = "";

    /// <summary>The entry as the link after the given one.</summary>
    public static AuditRow Of(AuditEntry entry, string previousHash)
    {
        var row = new AuditRow
        {
            Source = entry.Source,
            Sequence = entry.Sequence,
            At = UtcText.Of(entry.At),
            Actor = entry.Actor,
            Action = entry.Action,
            DriveId = entry.DriveId,
            JobId = entry.JobId,
            Nas = entry.Nas,
            Outcome = entry.Outcome,
            Detail = entry.Detail,
            PreviousHash = previousHash,
        };

        return row with { Hash = AuditHash.Of(row) };
    }

    public AuditRecord ToRecord() => new()
    {
        Id = Id,
        Source = Source,
        Sequence = Sequence,
        At = UtcText.Parse(At),
        Actor = Actor,
        Action = Action,
        DriveId = DriveId,
        JobId = JobId,
        Nas = Nas,
        Outcome = Outcome,
        Detail = Detail,
        Hash = Hash,
    };
}
