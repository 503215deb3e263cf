using System.Collections.Immutable;

namespace Burnin.Domain.Jobs;

/// <summary>How a run ended, judged from what the tools themselves counted.</summary>
public sealed record RunResult
{
    public required StageState State { get; init; }

    public required ImmutableArray<Reason> Reasons { get; init; }

    /// <summary>Blocks that could not be read, written, or came back different. At most the first 1,000.</summary>
    public ImmutableArray<long> BadBlocks { get; init; } = [];

    public long BadBlockCount { get; init; }

    /// <summary>Size of the blocks that <see cref="BadBlocks"/> counts; 0 where the stage has none.</summary>
    public int BlockBytes { get; init; }

    /// <summary>Bytes of the drive that were written and read back in every pass.</summary>
    public long? TestedBytes { get; init; }

    /// <summary>Bytes that no pass covered. Never hidden: an untested byte is reported as untested.</summary>
    public long? UntestedBytes { get; init; }

    /// <summary>The end of the tools' own output.</summary>
    public string? Log { get; init; }

    /// <summary>All that the result rests on, whole. Kept in History and not in the job, for it is large.</summary>
    public ImmutableArray<StageEvidence> Evidence { get; init; } = [];
}
