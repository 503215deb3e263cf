using System.Collections.Immutable;
using Burnin.Domain.Audit;
using Burnin.Domain.Jobs;

namespace Burnin.Grains.Jobs;

/// <summary>What a job grain stores: the job, and what the rest of the world has still to be told of it. Its JSON is a contract.</summary>
public sealed record JobRecord
{
    /// <summary>Null: there is no such job.</summary>
    public BurnInJob? Job { get; init; }

    /// <summary>Grows with every write, and numbers what is sent to the read model.</summary>
    public long Sequence { get; init; }

    /// <summary>Number of the newest audit entry.</summary>
    public long AuditSequence { get; init; }

    /// <summary>Written with the state they tell of, sent afterwards, at least once.</summary>
    public ImmutableArray<AuditEntry> Outbox { get; init; } = [];

    /// <summary>Written with the end of the stage it belongs to; gone once the evidence store has it.</summary>
    public ImmutableArray<StoredEvidence> Evidence { get; init; } = [];
}
