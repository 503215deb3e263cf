using System.Collections.Immutable;
using Burnin.Domain.Kernel;
using Burnin.Domain.Smart;
using Burnin.Domain.Speed;

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

    /// <summary>Blocks that came back other than they were written: no cable does that unseen.</summary>
    public long Mismatches { get; init; }

    /// <summary>The most that the drive showed meanwhile; null where nothing could be read.</summary>
    public int? HottestCelsius { get; init; }

    /// <summary>Null where the stage does not go over the surface, or its tool did not say what it took.</summary>
    public SpeedCurve? Speed { get; init; }

    /// <summary>What the host's kernel said meanwhile; null where nobody asked it.</summary>
    public KernelSight? Kernel { get; init; }

    /// <summary>What the drive said of itself when the run had ended; null where nobody asked it, or it did not answer.</summary>
    public SmartSnapshot? Smart { get; init; }

    /// <summary>The end of the tools' own output.</summary>
    public string? Log { get; init; }

    /// <summary>All that the result rests on, whole. Kept in History and not in the job, for it is large.</summary>
    public ImmutableArray<StageEvidence> Evidence { get; init; } = [];
}
