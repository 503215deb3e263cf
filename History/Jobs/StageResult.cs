namespace Burnin.History.Jobs;

/// <summary>How the run of a stage ended. Kept as JSON of this very shape: properties may be added, never renamed.</summary>
public sealed record StageResult
{
    public required string State { get; init; }

    public required IReadOnlyList<JobReason> Reasons { get; init; }

    /// <summary>At most the first 1,000; <see cref="BadBlockCount"/> counts all.</summary>
    public required IReadOnlyList<long> BadBlocks { get; init; }

    public long BadBlockCount { get; init; }

    /// <summary>Size of the blocks that <see cref="BadBlocks"/> counts; 0 where the stage has none.</summary>
    public int BlockBytes { get; init; }

    /// <summary>Blocks that came back other than they were written.</summary>
    public long Mismatches { get; init; }

    public long? TestedBytes { get; init; }

    public long? UntestedBytes { get; init; }
}
